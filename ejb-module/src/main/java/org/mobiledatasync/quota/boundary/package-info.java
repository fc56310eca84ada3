/** What people see of the quota (R6.1): ours per record, Salesforce's own per call, side by side. */
package org.mobiledatasync.quota.boundary;
