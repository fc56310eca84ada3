/** Today's quota on the Data Sync home: ours per record, Salesforce's own per call, side by side (R6.1, S22). */
package org.mobiledatasync.quota.web;
