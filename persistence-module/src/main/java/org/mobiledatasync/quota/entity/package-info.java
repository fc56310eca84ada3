/**
 * The Daily API Quota: one record read or written through the API is one request (R6, S22).
 */
package org.mobiledatasync.quota.entity;
