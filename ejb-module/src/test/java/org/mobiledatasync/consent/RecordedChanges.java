package org.mobiledatasync.consent;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.NotificationOptions;
import jakarta.enterprise.util.TypeLiteral;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.mobiledatasync.consent.control.ConsentChanges;

/** Keeps what was fired, such as "in 7" or "out 7" with the profile's id. */
public final class RecordedChanges implements Event<ConsentChanges> {

    public final List<String> fired = new ArrayList<>();

    @Override
    public void fire(ConsentChanges event) {
        event.changes().forEach(change -> fired.add((change.optIn() ? "in " : "out ") + change.profileId()));
    }

    @Override
    public <U extends ConsentChanges> CompletionStage<U> fireAsync(U event) {
        throw new UnsupportedOperationException("Changes belong to the transaction");
    }

    @Override
    public <U extends ConsentChanges> CompletionStage<U> fireAsync(U event, NotificationOptions options) {
        throw new UnsupportedOperationException("Changes belong to the transaction");
    }

    @Override
    public Event<ConsentChanges> select(Annotation... qualifiers) {
        return this;
    }

    @Override
    public <U extends ConsentChanges> Event<U> select(Class<U> subtype, Annotation... qualifiers) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <U extends ConsentChanges> Event<U> select(TypeLiteral<U> subtype, Annotation... qualifiers) {
        throw new UnsupportedOperationException();
    }
}
