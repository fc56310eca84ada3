package org.mobiledatasync.integration.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import org.mobiledatasync.campaign.entity.OptInPath;
import org.mobiledatasync.platform.entity.StoredAfter;

/**
 * Sends the people of a Salesforce group through a path of their own (R4.7): the first rule that matches wins.
 */
@Entity
@Table(name = "opt_in_path_rule")
@StoredAfter({Integration.class, OptInPath.class})
public class OptInPathRule {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "opt_in_path_rule_seq")
    @SequenceGenerator(name = "opt_in_path_rule_seq", sequenceName = "opt_in_path_rule_seq", allocationSize = 50)
    private Long id;

    @Column(name = "integration_id")
    private Long integrationId;

    private int position;

    private String heading;

    @Column(name = "matched_value")
    private String value;

    @Column(name = "opt_in_path_id")
    private Long optInPathId;

    protected OptInPathRule() {}

    public OptInPathRule(Long integrationId, int position, String heading, String value, Long optInPathId) {
        this.integrationId = integrationId;
        this.position = position;
        this.heading = heading;
        this.value = value;
        this.optInPathId = optInPathId;
    }

    public Long getId() {
        return id;
    }

    public Long getIntegrationId() {
        return integrationId;
    }

    public int getPosition() {
        return position;
    }

    public void setPosition(int position) {
        this.position = position;
    }

    public String getHeading() {
        return heading;
    }

    public void setHeading(String heading) {
        this.heading = heading;
    }

    public String getValue() {
        return value;
    }

    public void setValue(String value) {
        this.value = value;
    }

    public Long getOptInPathId() {
        return optInPathId;
    }

    public void setOptInPathId(Long optInPathId) {
        this.optInPathId = optInPathId;
    }
}
