package org.mobiledatasync.platform.entity;

import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionCustomizer;

/** Tells EclipseLink in what order the entities are written, as they say with {@link StoredAfter}. */
public final class StatementOrder implements SessionCustomizer {

    @Override
    public void customize(Session session) {
        session.getDescriptors().values().forEach(StatementOrder::order);
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
