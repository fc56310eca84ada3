package org.mobiledatasync.simulator.organisation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;

/**
 * The simulated organisation: its contacts, what they consist of and how it is set up. Any number of threads may use
 * it: contacts are immutable versions, reading takes a snapshot and a {@link ContactWrites batch of writes} is alone
 * while it runs. Its clock shows whole seconds, as the date-times of Salesforce do.
 */
public final class Organisation {

    public static final String ID = SalesforceId.numbered("00D", 1);
    public static final String USER_ID = SalesforceId.numbered("005", 1);
    public static final String NAME = "Example Federation";

    private final Clock clock;
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final ContactStore contacts = new ContactStore();
    private volatile Settings settings;
    private volatile ContactSchema schema;
    private long lastNumber;

    public Organisation(Clock clock) {
        this.clock = clock;
        this.settings = Settings.DEFAULT;
        this.schema = ContactSchema.withOptInNamed(settings.optInField());
    }

    /** Back to a new organisation without contacts; ids begin again. */
    public void reset() {
        alone(() -> {
            contacts.clear();
            lastNumber = 0;
            settings = Settings.DEFAULT;
            schema = ContactSchema.withOptInNamed(settings.optInField());
        });
    }

    /** Removes every contact, as if there had been none. */
    public void clear() {
        alone(contacts::clear);
    }

    public Settings settings() {
        return settings;
    }

    public void configure(Settings changed) {
        alone(() -> {
            settings = changed;
            schema = schema.withOptInRenamed(changed.optInField());
        });
    }

    public ContactSchema schema() {
        return schema;
    }

    public void addField(String name, String label, FieldType type, int length, boolean externalId) {
        alone(() -> schema = schema.with(name, label, type, length, externalId));
    }

    /** The organisation's own time. */
    public Instant now() {
        return clock.instant().plusMillis(settings.clockOffsetMs());
    }

    /** The contact as it is, deleted or not, whether queries see it already or not. */
    public Optional<Contact> find(String id) {
        lock.readLock().lock();
        try {
            return contacts.find(id);
        } finally {
            lock.readLock().unlock();
        }
    }

    /** The living contacts that carry a value in an external id field; compared without case. */
    public List<String> withExternalId(Field field, String value) {
        lock.readLock().lock();
        try {
            return contacts.withExternalId(field, value);
        } finally {
            lock.readLock().unlock();
        }
    }

    /** What queries and reports see at this moment, in the order of creation, with the deleted ones. */
    public List<Contact> snapshot() {
        lock.readLock().lock();
        try {
            Instant now = now();
            List<Contact> seen = new ArrayList<>(contacts.all().size());
            contacts.all().forEach(contact -> contact.seenAt(now).ifPresent(seen::add));
            return seen;
        } finally {
            lock.readLock().unlock();
        }
    }

    /** Every contact as it is, in the order of creation, whether queries see it already or not, with the deleted ones. */
    public List<Contact> latest() {
        lock.readLock().lock();
        try {
            return List.copyOf(contacts.all());
        } finally {
            lock.readLock().unlock();
        }
    }

    /**
     * Runs a batch of writes that no other thread sees half done.
     *
     * @param invisibleFor how long queries and reports do not see what the batch wrote
     */
    public <T> T write(Duration invisibleFor, Function<ContactWrites, T> batch) {
        lock.writeLock().lock();
        try {
            Instant now = now();
            return batch.apply(new ContactWrites(
                    contacts,
                    schema,
                    settings,
                    now.truncatedTo(ChronoUnit.SECONDS),
                    invisibleFor.isZero() ? Instant.MIN : now.plus(invisibleFor),
                    this::nextId));
        } finally {
            lock.writeLock().unlock();
        }
    }

    private String nextId() {
        String id;
        do {
            id = SalesforceId.numbered(SalesforceId.CONTACT_PREFIX, ++lastNumber);
        } while (contacts.find(id).isPresent());
        return id;
    }

    private void alone(Runnable change) {
        lock.writeLock().lock();
        try {
            change.run();
        } finally {
            lock.writeLock().unlock();
        }
    }
}
