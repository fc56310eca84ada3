package org.mobiledatasync.access.control;

import jakarta.annotation.Resource;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;

/** Who asks. */
@Stateless
public class Caller {

    /** The name under which timers and start-up work. */
    public static final String SYSTEM = "system";

    private static final String NOBODY = "ANONYMOUS";

    @Resource
    private SessionContext context;

    /** The login of the person who is signed in, otherwise {@link #SYSTEM}. */
    public String name() {
        var name = context.getCallerPrincipal().getName();
        return name == null || NOBODY.equalsIgnoreCase(name) ? SYSTEM : name;
    }
}
