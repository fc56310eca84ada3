package org.mobiledatasync.platform.entity;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the entities to whose rows a foreign key of this entity points. Within one transaction their new rows are
 * inserted before those of this entity, and deleted after them.
 *
 * <p>Needed wherever an entity keeps another's id as a plain number: JPA orders its statements by relations only.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface StoredAfter {
    Class<?>[] value();
}
