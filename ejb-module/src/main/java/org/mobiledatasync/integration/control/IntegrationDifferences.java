package org.mobiledatasync.integration.control;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.mobiledatasync.access.entity.AuditChange;
import org.mobiledatasync.integration.entity.FieldMapping;
import org.mobiledatasync.integration.entity.Integration;

/** What a person changed, in the words of the screens; of secrets only that they changed. */
public final class IntegrationDifferences {

    private IntegrationDifferences() {}

    public static List<AuditChange> between(Integration before, Integration after) {
        var signInBefore = before.getSignIn();
        var signInAfter = after.getSignIn();
        var defaultsBefore = before.getContactDefaults();
        var defaultsAfter = after.getContactDefaults();
        return Stream.of(
                        AuditChange.of("Name", before.getName(), after.getName()),
                        AuditChange.of("Sync type", before.getSyncType(), after.getSyncType()),
                        AuditChange.of("Sign-in method", signInBefore.getAuthMethod(), signInAfter.getAuthMethod()),
                        AuditChange.of("Login", signInBefore.getLogin(), signInAfter.getLogin()),
                        secret("Password", signInBefore.getPassword(), signInAfter.getPassword()),
                        secret("Security token", signInBefore.getSecurityToken(), signInAfter.getSecurityToken()),
                        AuditChange.of("Consumer key", signInBefore.getClientId(), signInAfter.getClientId()),
                        secret("Consumer secret", signInBefore.getClientSecret(), signInAfter.getClientSecret()),
                        secret("Private key", signInBefore.getPrivateKey(), signInAfter.getPrivateKey()),
                        AuditChange.of("API host name", signInBefore.getApiHost(), signInAfter.getApiHost()),
                        AuditChange.of("Custom Export URL", before.getCustomExportUrl(), after.getCustomExportUrl()),
                        AuditChange.of("Web opt-in path", before.getWebOptInPathId(), after.getWebOptInPathId()),
                        AuditChange.of(
                                "Default first name",
                                defaultsBefore.getDefaultFirstName(),
                                defaultsAfter.getDefaultFirstName()),
                        AuditChange.of(
                                "Default last name",
                                defaultsBefore.getDefaultLastName(),
                                defaultsAfter.getDefaultLastName()),
                        AuditChange.of("Source code", defaultsBefore.getSourceCode(), defaultsAfter.getSourceCode()),
                        AuditChange.of(
                                "Mobile opt-in field name",
                                defaultsBefore.getMobileOptInField(),
                                defaultsAfter.getMobileOptInField()),
                        AuditChange.of(
                                "External id field name",
                                defaultsBefore.getExternalIdField(),
                                defaultsAfter.getExternalIdField()),
                        AuditChange.of("Daily API Quota", before.getDailyApiQuota(), after.getDailyApiQuota()),
                        AuditChange.of("Time zone", before.getTimeZone(), after.getTimeZone()),
                        AuditChange.of("Nightly sync at", before.getNightlyAt(), after.getNightlyAt()),
                        AuditChange.of(
                                "Default country for numbers", before.getDefaultRegion(), after.getDefaultRegion()),
                        AuditChange.of("Notes", before.getNotes(), after.getNotes()))
                .flatMap(Optional::stream)
                .toList();
    }

    public static List<AuditChange> between(FieldMapping before, FieldMapping after) {
        String field = after.getField();
        return Stream.of(
                        AuditChange.of(
                                field + ": API Field Name",
                                before == null ? null : before.getApiFieldName(),
                                after.getApiFieldName()),
                        AuditChange.of(
                                field + ": CSV Heading",
                                before == null ? null : before.getCsvHeading(),
                                after.getCsvHeading()),
                        AuditChange.of(
                                field + ": Required?", before != null && before.isRequired(), after.isRequired()),
                        AuditChange.of(
                                field + ": On conflict",
                                before == null ? null : before.getOnConflict(),
                                after.getOnConflict()))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<AuditChange> secret(String field, String before, String after) {
        return Objects.equals(before, after) ? Optional.empty() : Optional.of(AuditChange.ofSecret(field));
    }
}
