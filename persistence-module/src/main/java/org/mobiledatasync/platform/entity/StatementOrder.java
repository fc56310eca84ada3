package org.mobiledatasync.platform.entity;

import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.sessions.SessionEvent;
import org.eclipse.persistence.sessions.SessionEventAdapter;

/**
 * Tells EclipseLink in what order the entities are written, as they say with {@link StoredAfter}.
 *
 * <p>A listener and not a SessionCustomizer, since the package of that one differs between the 4.0.1 of Payara Server
 * and the 4.0.7 of Payara Micro.
 */
public final class StatementOrder extends SessionEventAdapter {

    @Override
    public void preLogin(SessionEvent event) {
        event.getSession().getDescriptors().values().forEach(StatementOrder::order);
    }

    private static void order(ClassDescriptor descriptor) {
        var after = descriptor.getJavaClass().getAnnotation(StoredAfter.class);
        if (after != null) {
            for (Class<?> parent : after.value()) {
                descriptor.addConstraintDependency(parent);
            }
        }
    }
}
