package org.mobiledatasync.platform.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ejb.AccessLocalException;
import jakarta.ejb.EJBAccessException;
import jakarta.ejb.EJBException;
import jakarta.json.bind.JsonbException;
import jakarta.persistence.OptimisticLockException;
import jakarta.ws.rs.ProcessingException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mobiledatasync.platform.entity.ConflictException;
import org.mobiledatasync.platform.entity.InvalidInputException;
import org.mobiledatasync.platform.entity.NotAllowedException;
import org.mobiledatasync.platform.entity.NotFoundException;

class FaultMapperTest {

    @Test
    void businessExceptionsSayWhatIsWrong() {
        assertThat(FaultMapper.problem(NotFoundException.of("run", 7)))
                .isEqualTo(Problem.of(404, "There is no run 7."));
        assertThat(FaultMapper.problem(new ConflictException("Busy."))).isEqualTo(Problem.of(409, "Busy."));
        assertThat(FaultMapper.problem(new NotAllowedException("No."))).isEqualTo(Problem.of(403, "No."));
    }

    @Test
    void invalidInputNamesItsFields() {
        var problem = FaultMapper.problem(new InvalidInputException(List.of(
                new InvalidInputException.Problem("apiHost", "Not a host."),
                new InvalidInputException.Problem("name", "Missing."))));
        assertThat(problem.status()).isEqualTo(422);
        assertThat(problem.errors())
                .containsExactly(
                        new Problem.FieldError("apiHost", "Not a host."), new Problem.FieldError("name", "Missing."));
    }

    @Test
    void wrappedCausesAreFound() {
        assertThat(FaultMapper.problem(new EJBException(new OptimisticLockException()))
                        .status())
                .isEqualTo(409);
        assertThat(FaultMapper.problem(new EJBAccessException("x")).status()).isEqualTo(403);
        assertThat(FaultMapper.problem(new AccessLocalException("x")).status()).isEqualTo(403);
        assertThat(FaultMapper.problem(new ProcessingException(new JsonbException("x")))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void aDocumentThatCannotBeReadNamesTheFieldAndNoClassOfOurs() {
        var fault = new JsonbException(
                "Unable to deserialize property 'fields' because of: ...",
                new JsonbException(
                        "Unable to deserialize property 'version' because of: ... class java.lang.Integer",
                        new NumberFormatException("For input string: x")));

        var problem = FaultMapper.problem(new ProcessingException(fault));

        assertThat(problem.status()).isEqualTo(400);
        assertThat(problem.detail()).isEqualTo("The JSON document cannot be read.");
        assertThat(problem.errors()).containsExactly(new Problem.FieldError("version", "This value cannot be read."));
        assertThat(FaultMapper.problem(new JsonbException("Invalid token at line 1"))
                        .errors())
                .isNull();
    }

    @Test
    void whatIsNotForeseenTellsAnIncidentAndNothingElse() {
        var problem = FaultMapper.problem(new IllegalStateException("password=hunter2"));
        assertThat(problem.status()).isEqualTo(500);
        assertThat(problem.incident()).isNotBlank();
        assertThat(problem.detail()).contains(problem.incident()).doesNotContain("hunter2");
    }
}
