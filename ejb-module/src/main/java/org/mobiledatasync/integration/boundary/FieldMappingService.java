package org.mobiledatasync.integration.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mobiledatasync.access.boundary.AuditLog;
import org.mobiledatasync.access.boundary.Roles;
import org.mobiledatasync.access.entity.AuditAction;
import org.mobiledatasync.access.entity.AuditChange;
import org.mobiledatasync.integration.control.IntegrationDifferences;
import org.mobiledatasync.integration.control.MappingCheck;
import org.mobiledatasync.integration.entity.FieldMapping;
import org.mobiledatasync.integration.entity.FieldMappingRepository;
import org.mobiledatasync.integration.entity.Integration;
import org.mobiledatasync.integration.entity.IntegrationRepository;
import org.mobiledatasync.integration.entity.OnConflict;
import org.mobiledatasync.platform.entity.ConflictException;
import org.mobiledatasync.platform.entity.InvalidInputException;

/** The field mappings of an integration (S11 to S13). */
@Stateless
public class FieldMappingService {
    @Inject
    private IntegrationRepository integrations;

    @Inject
    private FieldMappingRepository mappings;

    @Inject
    private AuditLog audit;

    @RolesAllowed(Roles.OPERATOR)
    public List<FieldMapping> find(long integrationId) {
        integrations.get(integrationId);
        return mappings.findByIntegration(integrationId);
    }

    /** Whether the field may be ticked Required (S12). */
    @RolesAllowed(Roles.OPERATOR)
    public boolean mayBeRequired(String field) {
        return MappingCheck.mayBeRequired(field);
    }

    /** Whether the whole sync fails without a right API field name of the field (S13). */
    @RolesAllowed(Roles.OPERATOR)
    public boolean isVital(String field) {
        return MappingCheck.isVital(field);
    }

    /**
     * Replaces all mappings of an integration; a standard field that is left out is unmapped. The integration has another
     * version afterwards.
     *
     * @param version that of the integration when its mappings were read
     * @throws ConflictException when somebody else saved meanwhile
     * @throws InvalidInputException naming every mapping that has to change
     */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public List<FieldMapping> save(long integrationId, int version, List<FieldMapping> edited) {
        Integration integration = integrations.get(integrationId);
        if (integration.getVersion() != version) {
            throw ConflictException.lostUpdate("integration");
        }
        MappingCheck.check(edited);
        integrations.raiseVersion(integration);
        Map<String, FieldMapping> stored = mappings.findByIntegration(integrationId).stream()
                .collect(Collectors.toMap(FieldMapping::getField, Function.identity()));
        List<AuditChange> changes = new ArrayList<>();
        for (FieldMapping mapping : edited) {
            FieldMapping known = stored.remove(mapping.getField());
            changes.addAll(IntegrationDifferences.between(known, mapping));
            if (known == null) {
                known = new FieldMapping(integrationId, mapping.getField(), null, null);
                mappings.add(known);
            }
            known.setApiFieldName(mapping.getApiFieldName());
            known.setCsvHeading(mapping.getCsvHeading());
            known.setRequired(mapping.isRequired());
            known.setOnConflict(mapping.getOnConflict() == null ? OnConflict.ASK : mapping.getOnConflict());
            if (FieldMapping.OPT_IN.equals(mapping.getField())) {
                integration.getContactDefaults().setMobileOptInField(mapping.getApiFieldName());
            }
        }
        stored.values().forEach(left -> {
            changes.add(new AuditChange(left.getField(), "mapped", "not mapped"));
            mappings.remove(left);
        });
        integration.attentionSolved();
        if (!changes.isEmpty()) {
            audit.record(AuditAction.CHANGED, "Field mappings", integration.getName(), changes);
        }
        return mappings.findByIntegration(integrationId);
    }
}
