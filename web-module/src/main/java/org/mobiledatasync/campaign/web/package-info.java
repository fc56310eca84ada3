/** The pages about campaigns and opt-in paths. Everybody who is signed in reads; operators make, change and end them. */
package org.mobiledatasync.campaign.web;
