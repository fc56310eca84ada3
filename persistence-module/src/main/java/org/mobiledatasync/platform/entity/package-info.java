/**
 * What every feature stores with.
 *
 * <ul>
 *   <li>{@link org.mobiledatasync.platform.entity.Schema}: the tables and their migrations.
 *   <li>{@link org.mobiledatasync.platform.entity.EntityManagerProducer}: repositories receive the EntityManager through
 *       their constructor.
 *   <li>{@link org.mobiledatasync.platform.entity.StoredAfter}: what a foreign key points to is written first.
 *   <li>{@link org.mobiledatasync.platform.entity.BusinessException} and its leaves: what a person asked for is not
 *       possible.
 *   <li>{@link org.mobiledatasync.platform.entity.EncryptedString}: secrets are never in the database in clear; their
 *       key lies in a file of its own, read by {@link org.mobiledatasync.platform.entity.Keyring}.
 *   <li>{@link org.mobiledatasync.platform.entity.StringMapConverter}: a map of texts in one column.
 * </ul>
 *
 * Out of scope: settings and start-up, which are in {@code platform.control}.
 */
package org.mobiledatasync.platform.entity;
