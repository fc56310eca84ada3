package org.mobiledatasync.platform.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ejb.EJBAccessException;
import jakarta.ejb.EJBException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mobiledatasync.platform.entity.ConflictException;

class TransactionRetryTest {
    private final Deque<RuntimeException> faults = new ArrayDeque<>();
    private int tries;

    @Test
    void whatIsRolledBackIsTriedAgain() {
        faults.addAll(List.of(new EJBException("version"), new EJBException("unique key"), new EJBException("lock")));

        assertThat(TransactionRetry.call(this::work)).isEqualTo("done");
        assertThat(tries).isEqualTo(4);
    }

    @Test
    void theFourthFaultIsTheCallers() {
        EJBException last = new EJBException("fourth");
        faults.addAll(List.of(new EJBException(), new EJBException(), new EJBException(), last));

        assertThatThrownBy(() -> TransactionRetry.run(this::work)).isSameAs(last);
        assertThat(tries).isEqualTo(4);
    }

    @Test
    void aRefusalIsNotTriedAgain() {
        faults.add(new ConflictException("taken"));

        assertThatThrownBy(() -> TransactionRetry.call(this::work)).isInstanceOf(ConflictException.class);
        assertThat(tries).isEqualTo(1);
    }

    @Test
    void whatTheRoleDoesNotAllowIsNotTriedAgain() {
        faults.add(new EJBAccessException("viewer"));

        assertThatThrownBy(() -> TransactionRetry.run(this::work)).isInstanceOf(EJBAccessException.class);
        assertThat(tries).isEqualTo(1);
    }

    private String work() {
        tries++;
        if (!faults.isEmpty()) {
            throw faults.remove();
        }
        return "done";
    }
}
