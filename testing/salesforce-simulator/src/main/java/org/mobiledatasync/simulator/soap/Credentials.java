package org.mobiledatasync.simulator.soap;

/** What the organisation's one user signs in with. */
public record Credentials(String userName, String password, String securityToken) {

    /** True for this user name and the password with the security token right behind it. */
    boolean match(String givenUserName, String givenPassword) {
        return userName.equalsIgnoreCase(givenUserName) && (password + securityToken).equals(givenPassword);
    }

    @Override
    public String toString() {
        return "Credentials[" + userName + "]";
    }
}
