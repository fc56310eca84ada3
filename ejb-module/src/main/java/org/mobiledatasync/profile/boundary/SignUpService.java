package org.mobiledatasync.profile.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Collection;
import org.mobiledatasync.consent.entity.ConsentCause;
import org.mobiledatasync.consent.entity.ConsentSource;
import org.mobiledatasync.platform.control.TransactionRetry;
import org.mobiledatasync.platform.entity.InvalidInputException;
import org.mobiledatasync.profile.control.DefaultRegion;
import org.mobiledatasync.profile.control.MobileNumbers;
import org.mobiledatasync.profile.control.SignUpLedger;

/**
 * What people do themselves on a website, without a login: join and leave. Says nothing of who is on the list.
 *
 * <p>A form is the person's own evidence (R4.1). What it says of somebody whom we know fills empty fields only: a
 * stranger who knows a number must not overwrite good data. Nobody's word is lost because a sync or an import works on
 * the person at that moment: it is done again.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SignUpService {

    private static final String ACTOR = "web form";

    private SignUpLedger ledger;
    private DefaultRegion region;

    protected SignUpService() {}

    @Inject
    public SignUpService(SignUpLedger ledger, DefaultRegion region) {
        this.ledger = ledger;
        this.region = region;
    }

    /**
     * Subscribes a person through web paths, making the profile when there is none.
     *
     * @param pathIds at least one open web path
     * @param evidence which form, on which website
     * @throws InvalidInputException naming {@code phone}, {@code optInPath} or a field of the input
     */
    public void join(String phone, ProfileInput input, Collection<Long> pathIds, String evidence) {
        String number = read(phone);
        ProfileInput values = input.checked();
        TransactionRetry.run(() -> ledger.join(number, values.fields(), pathIds, cause(evidence)));
    }

    /**
     * Opts a person out of every campaign. A number that we do not know is suppressed all the same by making its
     * profile: who says STOP stays out.
     *
     * @throws InvalidInputException naming {@code phone}
     */
    public void leave(String phone, String evidence) {
        String number = read(phone);
        TransactionRetry.run(() -> ledger.leave(number, cause(evidence)));
    }

    private static ConsentCause cause(String evidence) {
        return ConsentCause.of(ConsentSource.WEB_FORM, ACTOR, evidence);
    }

    private String read(String phone) {
        return MobileNumbers.toE164(phone, region.get())
                .orElseThrow(() -> new InvalidInputException(
                        "phone",
                        "This is not a mobile number. Enter it with its area code, such as "
                                + MobileNumbers.example(region.get()) + "."));
    }
}
