<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
<context>
    <name>Measure</name>
    <message>
        <source>%1 there, %2 back (true)</source>
        <translation>%1 there, %2 back (true)</translation>
    </message>
    <message>
        <source>%1 at %2 m/s (%3)</source>
        <translation>%1 at %2 m/s (%3)</translation>
    </message>
</context>
<context>
    <name>TrackText</name>
    <message>
        <source>height unknown</source>
        <translation>height unknown</translation>
    </message>
    <message>
        <source>speed unknown</source>
        <translation>speed unknown</translation>
    </message>
    <message>
        <source>height difference not judged: a height is unknown</source>
        <translation>height difference not judged: a height is unknown</translation>
    </message>
    <message>
        <source>height difference not judged: %1 and %2</source>
        <translation>height difference not judged: %1 and %2</translation>
    </message>
    <message>
        <source>live</source>
        <translation>live</translation>
    </message>
    <message>
        <source>stale</source>
        <translation>stale</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>lost</translation>
    </message>
    <message>
        <source>UAS telemetry</source>
        <translation>UAS telemetry</translation>
    </message>
    <message>
        <source>ADS-B</source>
        <translation>ADS-B</translation>
    </message>
    <message>
        <source>MAVLink</source>
        <translation>MAVLink</translation>
    </message>
    <message>
        <source>heard %1 ago</source>
        <translation>heard %1 ago</translation>
    </message>
</context>
<context>
    <name>haneul::access</name>
    <message>
        <source>Controller</source>
        <translation>Controller</translation>
    </message>
    <message>
        <source>Planner</source>
        <translation>Planner</translation>
    </message>
    <message>
        <source>Pilot</source>
        <translation>Pilot</translation>
    </message>
    <message>
        <source>Approver</source>
        <translation>Approver</translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation>Supervisor</translation>
    </message>
    <message>
        <source>Fleet manager</source>
        <translation>Fleet manager</translation>
    </message>
    <message>
        <source>Instructor</source>
        <translation>Instructor</translation>
    </message>
    <message>
        <source>Trainee</source>
        <translation>Trainee</translation>
    </message>
    <message>
        <source>Analyst</source>
        <translation>Analyst</translation>
    </message>
    <message>
        <source>Auditor</source>
        <translation>Auditor</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>Administrator</translation>
    </message>
    <message>
        <source>User name or password is wrong, or the account is disabled.</source>
        <translation>User name or password is wrong, or the account is disabled.</translation>
    </message>
    <message>
        <source>The password is wrong.</source>
        <translation>The password is wrong.</translation>
    </message>
    <message>
        <source>Your session has ended. Log in again.</source>
        <translation>Your session has ended. Log in again.</translation>
    </message>
    <message>
        <source>The set-up code is wrong.</source>
        <translation>The set-up code is wrong.</translation>
    </message>
    <message>
        <source>There is an administrator already. Log in.</source>
        <translation>There is an administrator already. Log in.</translation>
    </message>
    <message>
        <source>The password is too short.</source>
        <translation>The password is too short.</translation>
    </message>
    <message>
        <source>The password is too long.</source>
        <translation>The password is too long.</translation>
    </message>
    <message>
        <source>The password is too easy to guess: common words, names or key runs.</source>
        <translation>The password is too easy to guess: common words, names or key runs.</translation>
    </message>
    <message>
        <source>The password has characters that cannot be typed.</source>
        <translation>The password has characters that cannot be typed.</translation>
    </message>
    <message>
        <source>A user name has 1 to 64 letters a to z, digits, dots, hyphens or _.</source>
        <translation>A user name has 1 to 64 letters a to z, digits, dots, hyphens or _.</translation>
    </message>
    <message>
        <source>The name is empty, too long or has control characters.</source>
        <translation>The name is empty, too long or has control characters.</translation>
    </message>
    <message>
        <source>A token is valid for 1 to 3650 days, or until it is revoked.</source>
        <translation>A token is valid for 1 to 3650 days, or until it is revoked.</translation>
    </message>
    <message>
        <source>There is a user of this name already.</source>
        <translation>There is a user of this name already.</translation>
    </message>
    <message>
        <source>This user does not exist any more.</source>
        <translation>This user does not exist any more.</translation>
    </message>
    <message>
        <source>This session has ended already.</source>
        <translation>This session has ended already.</translation>
    </message>
    <message>
        <source>This token does not exist any more.</source>
        <translation>This token does not exist any more.</translation>
    </message>
    <message>
        <source>Nobody changes his own role. Ask another administrator.</source>
        <translation>Nobody changes his own role. Ask another administrator.</translation>
    </message>
    <message>
        <source>This is the last administrator who can log in. Make another one first.</source>
        <translation>This is the last administrator who can log in. Make another one first.</translation>
    </message>
    <message>
        <source>Too many log-ins at once. Try again in a moment.</source>
        <translation>Too many log-ins at once. Try again in a moment.</translation>
    </message>
    <message>
        <source>The event log is busy. Try again in a moment.</source>
        <translation>The event log is busy. Try again in a moment.</translation>
    </message>
    <message>
        <source>Nothing was changed: the event log cannot be written. Is the disk full?</source>
        <translation>Nothing was changed: the event log cannot be written. Is the disk full?</translation>
    </message>
    <message>
        <source>Locked after too many failures: an administrator must enable the account again.</source>
        <translation>Locked after too many failures: an administrator must enable the account again.</translation>
    </message>
    <message>
        <source>Too many failures. The next attempt is possible in %1.</source>
        <translation>Too many failures. The next attempt is possible in %1.</translation>
    </message>
    <message>
        <source>Your role does not allow this (%1).</source>
        <translation>Your role does not allow this (%1).</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
</context>
<context>
    <name>haneul::access::AddUserForm</name>
    <message>
        <source>&amp;User name, for logging in</source>
        <translation>&amp;User name, for logging in</translation>
    </message>
    <message>
        <source>&amp;Full name, as others see it (may be empty)</source>
        <translation>&amp;Full name, as others see it (may be empty)</translation>
    </message>
    <message>
        <source>R&amp;ole</source>
        <translation>R&amp;ole</translation>
    </message>
    <message>
        <source>A first password, to be handed over and then changed by the user:</source>
        <translation>A first password, to be handed over and then changed by the user:</translation>
    </message>
    <message>
        <source>Add a user</source>
        <translation>Add a user</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Add</translation>
    </message>
</context>
<context>
    <name>haneul::access::AdminDialog</name>
    <message>
        <source>active</source>
        <translation>active</translation>
    </message>
    <message>
        <source>disabled</source>
        <translation>disabled</translation>
    </message>
    <message>
        <source>locked: too many failures</source>
        <translation>locked: too many failures</translation>
    </message>
    <message>
        <source>%1 (asked for: %2)</source>
        <translation>%1 (asked for: %2)</translation>
    </message>
    <message>
        <source>revoked %1</source>
        <translation>revoked %1</translation>
    </message>
    <message>
        <source>valid until %1</source>
        <translation>valid until %1</translation>
    </message>
    <message>
        <source>valid until it is revoked</source>
        <translation>valid until it is revoked</translation>
    </message>
    <message>
        <source>User</source>
        <translation>User</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>State</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Last log-in</source>
        <translation>Last log-in</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Added</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Where</translation>
    </message>
    <message>
        <source>this desk</source>
        <translation>this desk</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>Begun</translation>
    </message>
    <message>
        <source>Last use</source>
        <translation>Last use</translation>
    </message>
    <message>
        <source>Ends at the latest</source>
        <translation>Ends at the latest</translation>
    </message>
    <message>
        <source>For</source>
        <translation>For</translation>
    </message>
    <message>
        <source>Issued by</source>
        <translation>Issued by</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>Issued</translation>
    </message>
    <message>
        <source>May</source>
        <translation>May</translation>
    </message>
    <message>
        <source>&amp;Enable</source>
        <translation>&amp;Enable</translation>
    </message>
    <message>
        <source>&amp;Disable</source>
        <translation>&amp;Disable</translation>
    </message>
    <message>
        <source>Disable the user</source>
        <translation>Disable the user</translation>
    </message>
    <message>
        <source>%1 can no longer log in, and all sessions end. Nothing is deleted: the user can be enabled again.</source>
        <translation>%1 can no longer log in, and all sessions end. Nothing is deleted: the user can be enabled again.</translation>
    </message>
    <message>
        <source>Enable the user</source>
        <translation>Enable the user</translation>
    </message>
    <message>
        <source>%1 can log in again; failed attempts are forgotten.</source>
        <translation>%1 can log in again; failed attempts are forgotten.</translation>
    </message>
    <message>
        <source>End the session</source>
        <translation>End the session</translation>
    </message>
    <message>
        <source>%1 at %2 is logged out at once.</source>
        <translation>%1 at %2 is logged out at once.</translation>
    </message>
    <message>
        <source>&amp;End</source>
        <translation>&amp;End</translation>
    </message>
    <message>
        <source>Revoke the token</source>
        <translation>Revoke the token</translation>
    </message>
    <message>
        <source>%1 is refused from now on. This cannot be undone.</source>
        <translation>%1 is refused from now on. This cannot be undone.</translation>
    </message>
    <message>
        <source>Re&amp;voke</source>
        <translation>Re&amp;voke</translation>
    </message>
    <message>
        <source>Users and access</source>
        <translation>Users and access</translation>
    </message>
    <message>
        <source>&amp;Users</source>
        <translation>&amp;Users</translation>
    </message>
    <message>
        <source>&amp;Sessions</source>
        <translation>&amp;Sessions</translation>
    </message>
    <message>
        <source>Machine &amp;tokens</source>
        <translation>Machine &amp;tokens</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Users</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Sessions</translation>
    </message>
    <message>
        <source>Machine tokens</source>
        <translation>Machine tokens</translation>
    </message>
    <message>
        <source>&amp;Add…</source>
        <translation>&amp;Add…</translation>
    </message>
    <message>
        <source>Change the r&amp;ole…</source>
        <translation>Change the r&amp;ole…</translation>
    </message>
    <message>
        <source>Reset the &amp;password…</source>
        <translation>Reset the &amp;password…</translation>
    </message>
    <message>
        <source>&amp;End…</source>
        <translation>&amp;End…</translation>
    </message>
    <message>
        <source>&amp;Issue…</source>
        <translation>&amp;Issue…</translation>
    </message>
    <message>
        <source>Re&amp;voke…</source>
        <translation>Re&amp;voke…</translation>
    </message>
    <message>
        <source>Read a&amp;gain</source>
        <translation>Read a&amp;gain</translation>
    </message>
</context>
<context>
    <name>haneul::access::AdminForm</name>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Cancel</translation>
    </message>
</context>
<context>
    <name>haneul::access::ChangePasswordDialog</name>
    <message>
        <source>Change my password</source>
        <translation>Change my password</translation>
    </message>
    <message>
        <source>%1. All your other sessions end when the password is changed.</source>
        <translation>%1. All your other sessions end when the password is changed.</translation>
    </message>
    <message>
        <source>&amp;Present password</source>
        <translation>&amp;Present password</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Save</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Cancel</translation>
    </message>
</context>
<context>
    <name>haneul::access::ChangeRoleForm</name>
    <message>
        <source>User %1, now: %2</source>
        <translation>User %1, now: %2</translation>
    </message>
    <message>
        <source>%1 has asked for the role %2; it holds when a second administrator asks for the same.</source>
        <translation>%1 has asked for the role %2; it holds when a second administrator asks for the same.</translation>
    </message>
    <message>
        <source>New r&amp;ole</source>
        <translation>New r&amp;ole</translation>
    </message>
    <message>
        <source>All sessions of the user end. Where there is another administrator, the role holds only when a second one has asked for the same.</source>
        <translation>All sessions of the user end. Where there is another administrator, the role holds only when a second one has asked for the same.</translation>
    </message>
    <message>
        <source>Change the role</source>
        <translation>Change the role</translation>
    </message>
    <message>
        <source>C&amp;hange</source>
        <translation>C&amp;hange</translation>
    </message>
</context>
<context>
    <name>haneul::access::GateDialog</name>
    <message>
        <source>What was refused</source>
        <translation>What was refused</translation>
    </message>
    <message>
        <source>First start</source>
        <translation>First start</translation>
    </message>
    <message>
        <source>Haneul has no administrator yet. Whoever has the set-up code makes the first one; the administrator then adds everybody else.</source>
        <translation>Haneul has no administrator yet. Whoever has the set-up code makes the first one; the administrator then adds everybody else.</translation>
    </message>
    <message>
        <source>The set-up code is shown where the server was started.</source>
        <translation>The set-up code is shown where the server was started.</translation>
    </message>
    <message>
        <source>Set-up code of this machine, valid once: %1</source>
        <translation>Set-up code of this machine, valid once: %1</translation>
    </message>
    <message>
        <source>&amp;Make the administrator</source>
        <translation>&amp;Make the administrator</translation>
    </message>
    <message>
        <source>Switch user</source>
        <translation>Switch user</translation>
    </message>
    <message>
        <source>Log in</source>
        <translation>Log in</translation>
    </message>
    <message>
        <source>%1 is logged out when someone else logs in. Both are kept in the event log.</source>
        <translation>%1 is logged out when someone else logs in. Both are kept in the event log.</translation>
    </message>
    <message>
        <source>Nobody is logged in: the picture is shown, and nothing can be changed.</source>
        <translation>Nobody is logged in: the picture is shown, and nothing can be changed.</translation>
    </message>
    <message>
        <source>&amp;Log in</source>
        <translation>&amp;Log in</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Back</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Locked</translation>
    </message>
    <message>
        <source>Locked since %1: nobody was active for 30 minutes.</source>
        <translation>Locked since %1: nobody was active for 30 minutes.</translation>
    </message>
    <message>
        <source>Locked since %1.</source>
        <translation>Locked since %1.</translation>
    </message>
    <message>
        <source>&amp;Unlock</source>
        <translation>&amp;Unlock</translation>
    </message>
    <message>
        <source>&amp;Switch user</source>
        <translation>&amp;Switch user</translation>
    </message>
    <message>
        <source>Set-up &amp;code</source>
        <translation>Set-up &amp;code</translation>
    </message>
    <message>
        <source>&amp;User name, for logging in</source>
        <translation>&amp;User name, for logging in</translation>
    </message>
    <message>
        <source>&amp;Full name, as others see it (may be empty)</source>
        <translation>&amp;Full name, as others see it (may be empty)</translation>
    </message>
    <message>
        <source>&amp;User name</source>
        <translation>&amp;User name</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>&amp;Password</translation>
    </message>
    <message>
        <source>Set-up code</source>
        <translation>Set-up code</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>User name</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>Full name</translation>
    </message>
</context>
<context>
    <name>haneul::access::IssueTokenForm</name>
    <message>
        <source>until it is revoked</source>
        <translation>until it is revoked</translation>
    </message>
    <message>
        <source>&amp;What it is for, such as gateway-7</source>
        <translation>&amp;What it is for, such as gateway-7</translation>
    </message>
    <message>
        <source>&amp;Valid for days</source>
        <translation>&amp;Valid for days</translation>
    </message>
    <message>
        <source>What it &amp;may do (space bar to choose)</source>
        <translation>What it &amp;may do (space bar to choose)</translation>
    </message>
    <message>
        <source>Issue a machine token</source>
        <translation>Issue a machine token</translation>
    </message>
    <message>
        <source>&amp;Issue</source>
        <translation>&amp;Issue</translation>
    </message>
</context>
<context>
    <name>haneul::access::NewPasswordEntry</name>
    <message>
        <source>%1 to %2 characters: now %3</source>
        <translation>%1 to %2 characters: now %3</translation>
    </message>
    <message>
        <source>not made of common words, your name or key runs</source>
        <translation>not made of common words, your name or key runs</translation>
    </message>
    <message>
        <source>both the same</source>
        <translation>both the same</translation>
    </message>
    <message>
        <source>&amp;New password</source>
        <translation>&amp;New password</translation>
    </message>
    <message>
        <source>&amp;Repeat the password</source>
        <translation>&amp;Repeat the password</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>New password</translation>
    </message>
    <message>
        <source>Repeat the password</source>
        <translation>Repeat the password</translation>
    </message>
    <message>
        <source>Show &amp;what is typed</source>
        <translation>Show &amp;what is typed</translation>
    </message>
    <message>
        <source>▲ Caps lock is on</source>
        <translation>▲ Caps lock is on</translation>
    </message>
    <message>
        <source>Any letters of any language, spaces too; a sentence is good. It does not expire.</source>
        <translation>Any letters of any language, spaces too; a sentence is good. It does not expire.</translation>
    </message>
</context>
<context>
    <name>haneul::access::PasswordEntry</name>
    <message>
        <source>Password</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>Show &amp;what is typed</source>
        <translation>Show &amp;what is typed</translation>
    </message>
    <message>
        <source>▲ Caps lock is on</source>
        <translation>▲ Caps lock is on</translation>
    </message>
</context>
<context>
    <name>haneul::access::ResetPasswordForm</name>
    <message>
        <source>A new password for %1. All sessions of the user end.</source>
        <translation>A new password for %1. All sessions of the user end.</translation>
    </message>
    <message>
        <source>Reset the password</source>
        <translation>Reset the password</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Save</translation>
    </message>
</context>
<context>
    <name>haneul::access::TokenShown</name>
    <message>
        <source>Token issued</source>
        <translation>Token issued</translation>
    </message>
    <message>
        <source>The token for %1. It is shown this once and cannot be read again: copy it to where it is used.</source>
        <translation>The token for %1. It is shown this once and cannot be read again: copy it to where it is used.</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>C&amp;opy</source>
        <translation>C&amp;opy</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Close</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Copied.</translation>
    </message>
</context>
<context>
    <name>haneul::access::UserBadge</name>
    <message>
        <source>Nobody is logged in</source>
        <translation>Nobody is logged in</translation>
    </message>
    <message>
        <source>Locked: %1</source>
        <translation>Locked: %1</translation>
    </message>
    <message>
        <source>User %1</source>
        <translation>User %1</translation>
    </message>
    <message>
        <source>Who is at the desk: %1</source>
        <translation>Who is at the desk: %1</translation>
    </message>
</context>
<context>
    <name>haneul::actions</name>
    <message>
        <source>Tracks</source>
        <translation>Tracks</translation>
    </message>
    <message>
        <source>3D view</source>
        <translation>3D view</translation>
    </message>
    <message>
        <source>Notices</source>
        <translation>Notices</translation>
    </message>
    <message>
        <source>Feeds</source>
        <translation>Feeds</translation>
    </message>
    <message>
        <source>Filter tracks</source>
        <translation>Filter tracks</translation>
    </message>
    <message>
        <source>Dark theme</source>
        <translation>Dark theme</translation>
    </message>
    <message>
        <source>Light theme</source>
        <translation>Light theme</translation>
    </message>
    <message>
        <source>High-contrast theme</source>
        <translation>High-contrast theme</translation>
    </message>
    <message>
        <source>Korean</source>
        <translation>한국어 (Korean)</translation>
    </message>
    <message>
        <source>English</source>
        <translation>English</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Larger text</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Smaller text</translation>
    </message>
    <message>
        <source>Reset layout</source>
        <translation>Reset layout</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Full screen</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quit</translation>
    </message>
    <message>
        <source>Centre on selection</source>
        <translation>Centre on selection</translation>
    </message>
    <message>
        <source>Fit all tracks</source>
        <translation>Fit all tracks</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Zoom in</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Zoom out</translation>
    </message>
    <message>
        <source>Next label detail</source>
        <translation>Next label detail</translation>
    </message>
    <message>
        <source>Clear selection</source>
        <translation>Clear selection</translation>
    </message>
    <message>
        <source>Play or pause</source>
        <translation>Play or pause</translation>
    </message>
    <message>
        <source>Back 10 s</source>
        <translation>Back 10 s</translation>
    </message>
    <message>
        <source>Forward 10 s</source>
        <translation>Forward 10 s</translation>
    </message>
    <message>
        <source>Slower</source>
        <translation>Slower</translation>
    </message>
    <message>
        <source>Faster</source>
        <translation>Faster</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>About Haneul</source>
        <translation>About Haneul</translation>
    </message>
    <message>
        <source>View</source>
        <translation>View</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Map</translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>Replay</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>New map window</source>
        <translation>New map window</translation>
    </message>
    <message>
        <source>New 3D window</source>
        <translation>New 3D window</translation>
    </message>
    <message>
        <source>Follow the main map</source>
        <translation>Follow the main map</translation>
    </message>
    <message>
        <source>Next window</source>
        <translation>Next window</translation>
    </message>
    <message>
        <source>Close window</source>
        <translation>Close window</translation>
    </message>
    <message>
        <source>Windows</source>
        <translation>Windows</translation>
    </message>
    <message>
        <source>Shift notes</source>
        <translation>Shift notes</translation>
    </message>
    <message>
        <source>Control room</source>
        <translation>Control room</translation>
    </message>
    <message>
        <source>Planning</source>
        <translation>Planning</translation>
    </message>
    <message>
        <source>Large 3D view</source>
        <translation>Large 3D view</translation>
    </message>
    <message>
        <source>Single laptop</source>
        <translation>Single laptop</translation>
    </message>
    <message>
        <source>Save workspace</source>
        <translation>Save workspace</translation>
    </message>
    <message>
        <source>Workspaces</source>
        <translation>Workspaces</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Redo</translation>
    </message>
    <message>
        <source>Insert time</source>
        <translation>Insert time</translation>
    </message>
    <message>
        <source>File notes</source>
        <translation>File notes</translation>
    </message>
    <message>
        <source>3D overview, north up</source>
        <translation>3D overview, north up</translation>
    </message>
    <message>
        <source>3D from above</source>
        <translation>3D from above</translation>
    </message>
    <message>
        <source>3D from the south</source>
        <translation>3D from the south</translation>
    </message>
    <message>
        <source>3D from the east</source>
        <translation>3D from the east</translation>
    </message>
    <message>
        <source>3D from the west</source>
        <translation>3D from the west</translation>
    </message>
    <message>
        <source>3D behind the selection</source>
        <translation>3D behind the selection</translation>
    </message>
    <message>
        <source>3D follows the selection</source>
        <translation>3D follows the selection</translation>
    </message>
    <message>
        <source>Heights drawn larger</source>
        <translation>Heights drawn larger</translation>
    </message>
    <message>
        <source>Heights drawn smaller</source>
        <translation>Heights drawn smaller</translation>
    </message>
    <message>
        <source>Next label detail in 3D</source>
        <translation>Next label detail in 3D</translation>
    </message>
    <message>
        <source>Section below the 3D view</source>
        <translation>Section below the 3D view</translation>
    </message>
    <message>
        <source>Draw in 3D</source>
        <translation>Draw in 3D</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Edit</translation>
    </message>
    <message>
        <source>Next length of speed vectors</source>
        <translation>Next length of speed vectors</translation>
    </message>
    <message>
        <source>Next length of trails</source>
        <translation>Next length of trails</translation>
    </message>
    <message>
        <source>Unpin all labels</source>
        <translation>Unpin all labels</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Measure</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Change keys</source>
        <translation>Change keys</translation>
    </message>
    <message>
        <source>Find anything</source>
        <translation>Find anything</translation>
    </message>
    <message>
        <source>Write support bundle</source>
        <translation>Write support bundle</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Log</translation>
    </message>
    <message>
        <source>Lock the desk</source>
        <translation>Lock the desk</translation>
    </message>
    <message>
        <source>Switch user</source>
        <translation>Switch user</translation>
    </message>
    <message>
        <source>Log out</source>
        <translation>Log out</translation>
    </message>
    <message>
        <source>Change my password</source>
        <translation>Change my password</translation>
    </message>
    <message>
        <source>Users and access</source>
        <translation>Users and access</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>Access</translation>
    </message>
    <message>
        <source>Map layers</source>
        <translation>Map layers</translation>
    </message>
</context>
<context>
    <name>haneul::app::FirstStart</name>
    <message>
        <source>Cannot be used: %1</source>
        <translation>Cannot be used: %1</translation>
    </message>
    <message>
        <source>sea, zoom 0 to 4</source>
        <translation>sea, zoom 0 to 4</translation>
    </message>
    <message>
        <source>sea, zoom 5 to 7</source>
        <translation>sea, zoom 5 to 7</translation>
    </message>
    <message>
        <source>sea, zoom 8 and up</source>
        <translation>sea, zoom 8 and up</translation>
    </message>
    <message>
        <source>borders</source>
        <translation>borders</translation>
    </message>
    <message>
        <source>towns</source>
        <translation>towns</translation>
    </message>
    <message>
        <source>rivers</source>
        <translation>rivers</translation>
    </message>
    <message>
        <source>aerodromes</source>
        <translation>aerodromes</translation>
    </message>
    <message>
        <source>heliports</source>
        <translation>heliports</translation>
    </message>
    <message>
        <source>Can be used.</source>
        <translation>Can be used.</translation>
    </message>
    <message>
        <source>Not in it: %1.</source>
        <translation>Not in it: %1.</translation>
    </message>
    <message>
        <source>No map here shows roads, buildings, terrain or power lines.</source>
        <translation>No map here shows roads, buildings, terrain or power lines.</translation>
    </message>
</context>
<context>
    <name>haneul::comfort::Comfort</name>
    <message>
        <source>Save the support bundle</source>
        <translation>Save the support bundle</translation>
    </message>
    <message>
        <source>Support bundle written, without passwords, names and positions: %1</source>
        <translation>Support bundle written, without passwords, names and positions: %1</translation>
    </message>
    <message>
        <source>The support bundle could not be written: %1</source>
        <translation>The support bundle could not be written: %1</translation>
    </message>
</context>
<context>
    <name>haneul::drafts::Steps</name>
    <message>
        <source>Typing</source>
        <translation>Typing</translation>
    </message>
    <message>
        <source>Time stamp</source>
        <translation>Time stamp</translation>
    </message>
    <message>
        <source>File notes</source>
        <translation>File notes</translation>
    </message>
</context>
<context>
    <name>haneul::help::HelpPages</name>
    <message>
        <source>no key</source>
        <translation>no key</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Action</translation>
    </message>
</context>
<context>
    <name>haneul::help::HelpWindow</name>
    <message>
        <source>Haneul: help</source>
        <translation>Haneul: help</translation>
    </message>
    <message>
        <source>Search the help</source>
        <translation>Search the help</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Page</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Forward</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nothing found</translation>
    </message>
</context>
<context>
    <name>haneul::layers::LayerModel</name>
    <message>
        <source>roads</source>
        <translation>roads</translation>
    </message>
    <message>
        <source>buildings</source>
        <translation>buildings</translation>
    </message>
    <message>
        <source>terrain</source>
        <translation>terrain</translation>
    </message>
    <message>
        <source>power lines</source>
        <translation>power lines</translation>
    </message>
    <message>
        <source>surveyed river banks</source>
        <translation>surveyed river banks</translation>
    </message>
    <message>
        <source>Not in this map: %1</source>
        <translation>Not in this map: %1</translation>
    </message>
    <message>
        <source>Land and sea</source>
        <translation>Land and sea</translation>
    </message>
    <message>
        <source>Rivers</source>
        <translation>Rivers</translation>
    </message>
    <message>
        <source>Borders</source>
        <translation>Borders</translation>
    </message>
    <message>
        <source>Aerodromes</source>
        <translation>Aerodromes</translation>
    </message>
    <message>
        <source>Heliports</source>
        <translation>Heliports</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Places</translation>
    </message>
    <message>
        <source>arriving</source>
        <translation>arriving</translation>
    </message>
    <message>
        <source>being converted</source>
        <translation>being converted</translation>
    </message>
    <message>
        <source>unusable</source>
        <translation>unusable</translation>
    </message>
    <message>
        <source>date unknown</source>
        <translation>date unknown</translation>
    </message>
    <message numerus="yes">
        <source>%n year(s) old</source>
        <translation>
            <numerusform>%n year old</numerusform>
            <numerusform>%n years old</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s) old</source>
        <translation>
            <numerusform>%n month old</numerusform>
            <numerusform>%n months old</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) old</source>
        <translation>
            <numerusform>%n day old</numerusform>
            <numerusform>%n days old</numerusform>
        </translation>
    </message>
    <message>
        <source>Unusable: %1</source>
        <translation>Unusable: %1</translation>
    </message>
    <message>
        <source>File: %1 (%2)</source>
        <translation>File: %1 (%2)</translation>
    </message>
    <message>
        <source>Zoom %1 to %2</source>
        <translation>Zoom %1 to %2</translation>
    </message>
    <message>
        <source>%1: not shown at zoom %2</source>
        <translation>%1: not shown at zoom %2</translation>
    </message>
    <message>
        <source>Data of %1</source>
        <translation>Data of %1</translation>
    </message>
    <message>
        <source>Date of the data unknown; file of %1</source>
        <translation>Date of the data unknown; file of %1</translation>
    </message>
    <message>
        <source>Date of the data unknown</source>
        <translation>Date of the data unknown</translation>
    </message>
    <message>
        <source>From: %1</source>
        <translation>From: %1</translation>
    </message>
    <message>
        <source>Licence: %1</source>
        <translation>Licence: %1</translation>
    </message>
    <message>
        <source>Over the names</source>
        <translation>Over the names</translation>
    </message>
    <message>
        <source>Names and lines</source>
        <translation>Names and lines</translation>
    </message>
    <message>
        <source>Own maps</source>
        <translation>Own maps</translation>
    </message>
    <message>
        <source>Ground</source>
        <translation>Ground</translation>
    </message>
    <message>
        <source>%1 (not at this zoom)</source>
        <translation>%1 (not at this zoom)</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Layer</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>Opacity</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Data</translation>
    </message>
</context>
<context>
    <name>haneul::layers::LayerPanel</name>
    <message>
        <source>place</source>
        <translation>place</translation>
    </message>
    <message>
        <source>aerodrome</source>
        <translation>aerodrome</translation>
    </message>
    <message>
        <source>heliport</source>
        <translation>heliport</translation>
    </message>
    <message>
        <source>Search layers and places</source>
        <translation>Search layers and places</translation>
    </message>
    <message>
        <source>Places found</source>
        <translation>Places found</translation>
    </message>
    <message>
        <source>Map layers, the topmost first</source>
        <translation>Map layers, the topmost first</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>Opacity</translation>
    </message>
    <message>
        <source>Opacity of the selected layer</source>
        <translation>Opacity of the selected layer</translation>
    </message>
    <message>
        <source>About the selected layer</source>
        <translation>About the selected layer</translation>
    </message>
    <message>
        <source>What this map lacks</source>
        <translation>What this map lacks</translation>
    </message>
</context>
<context>
    <name>haneul::logbook</name>
    <message>
        <source>Event log begun</source>
        <translation>Event log begun</translation>
    </message>
    <message>
        <source>User added</source>
        <translation>User added</translation>
    </message>
    <message>
        <source>Role asked for, waits for a second administrator</source>
        <translation>Role asked for, waits for a second administrator</translation>
    </message>
    <message>
        <source>Role changed</source>
        <translation>Role changed</translation>
    </message>
    <message>
        <source>Password changed</source>
        <translation>Password changed</translation>
    </message>
    <message>
        <source>User disabled</source>
        <translation>User disabled</translation>
    </message>
    <message>
        <source>User enabled</source>
        <translation>User enabled</translation>
    </message>
    <message>
        <source>Account locked: an administrator must look at it</source>
        <translation>Account locked: an administrator must look at it</translation>
    </message>
    <message>
        <source>Logged in</source>
        <translation>Logged in</translation>
    </message>
    <message>
        <source>Session ended</source>
        <translation>Session ended</translation>
    </message>
    <message>
        <source>Sessions of the last run ended</source>
        <translation>Sessions of the last run ended</translation>
    </message>
    <message>
        <source>Desk unlocked</source>
        <translation>Desk unlocked</translation>
    </message>
    <message>
        <source>Desk locked</source>
        <translation>Desk locked</translation>
    </message>
    <message>
        <source>Machine token issued</source>
        <translation>Machine token issued</translation>
    </message>
    <message>
        <source>Machine token revoked</source>
        <translation>Machine token revoked</translation>
    </message>
    <message>
        <source>Log-in refused</source>
        <translation>Log-in refused</translation>
    </message>
    <message>
        <source>Locked out after too many failures</source>
        <translation>Locked out after too many failures</translation>
    </message>
    <message>
        <source>Refused: not allowed</source>
        <translation>Refused: not allowed</translation>
    </message>
    <message>
        <source>User</source>
        <translation>User</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>What</source>
        <translation>What</translation>
    </message>
    <message>
        <source>Scope</source>
        <translation>Scope</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Times</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Until</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>Valid until</translation>
    </message>
    <message>
        <source>Scopes</source>
        <translation>Scopes</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>logged out</source>
        <translation>logged out</translation>
    </message>
    <message>
        <source>not used for 30 minutes</source>
        <translation>not used for 30 minutes</translation>
    </message>
    <message>
        <source>12 hours are over</source>
        <translation>12 hours are over</translation>
    </message>
    <message>
        <source>ended by someone else</source>
        <translation>ended by someone else</translation>
    </message>
    <message>
        <source>wrong name or password, or disabled</source>
        <translation>wrong name or password, or disabled</translation>
    </message>
    <message>
        <source>locked out</source>
        <translation>locked out</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>by hand</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Time (UTC)</source>
        <translation>Time (UTC)</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Session</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>Desk</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Instance</source>
        <translation>Instance</translation>
    </message>
    <message>
        <source>Digest</source>
        <translation>Digest</translation>
    </message>
    <message>
        <source>Digest of the entry before</source>
        <translation>Digest of the entry before</translation>
    </message>
    <message>
        <source>As written:</source>
        <translation>As written:</translation>
    </message>
    <message>
        <source>Chain not checked yet</source>
        <translation>Chain not checked yet</translation>
    </message>
    <message>
        <source>Chain is being checked: %1 entries so far</source>
        <translation>Chain is being checked: %1 entries so far</translation>
    </message>
    <message>
        <source>✓ Chain and signatures whole: %1 entries</source>
        <translation>✓ Chain and signatures whole: %1 entries</translation>
    </message>
    <message>
        <source>▲ Chain broken after %1 entries: %2</source>
        <translation>▲ Chain broken after %1 entries: %2</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>Detail</translation>
    </message>
    <message>
        <source>Information</source>
        <translation>Information</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warning</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Error</translation>
    </message>
</context>
<context>
    <name>haneul::logbook::DecisionModel</name>
    <message>
        <source>Time (UTC)</source>
        <translation>Time (UTC)</translation>
    </message>
    <message>
        <source>User</source>
        <translation>User</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>What</source>
        <translation>What</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>the program</source>
        <translation>the program</translation>
    </message>
</context>
<context>
    <name>haneul::logbook::DecisionsView</name>
    <message>
        <source>▲ A time is written 2026-11-21 or 2026-11-21 04:05 (UTC)</source>
        <translation>▲ A time is written 2026-11-21 or 2026-11-21 04:05 (UTC)</translation>
    </message>
    <message numerus="yes">
        <source>%n entries, all that there are</source>
        <translation>
            <numerusform>%n entry, all that there is</numerusform>
            <numerusform>%n entries, all that there are</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries read, older ones follow while scrolling</source>
        <translation>
            <numerusform>%n entry read, older ones follow while scrolling</numerusform>
            <numerusform>%n entries read, older ones follow while scrolling</numerusform>
        </translation>
    </message>
    <message>
        <source>Save the entries as CSV</source>
        <translation>Save the entries as CSV</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Saved: %1</translation>
    </message>
    <message>
        <source>▲ Not saved: %1: %2</source>
        <translation>▲ Not saved: %1: %2</translation>
    </message>
    <message>
        <source>Find in the entries</source>
        <translation>Find in the entries</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>All kinds</translation>
    </message>
    <message>
        <source>People and access</source>
        <translation>People and access</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>Desk</translation>
    </message>
    <message>
        <source>Event log</source>
        <translation>Event log</translation>
    </message>
    <message>
        <source>User name, whole</source>
        <translation>User name, whole</translation>
    </message>
    <message>
        <source>From YYYY-MM-DD HH:MM</source>
        <translation>From YYYY-MM-DD HH:MM</translation>
    </message>
    <message>
        <source>From, UTC</source>
        <translation>From, UTC</translation>
    </message>
    <message>
        <source>To YYYY-MM-DD HH:MM</source>
        <translation>To YYYY-MM-DD HH:MM</translation>
    </message>
    <message>
        <source>To, UTC</source>
        <translation>To, UTC</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>Decisions</translation>
    </message>
    <message>
        <source>Chosen entry</source>
        <translation>Chosen entry</translation>
    </message>
    <message>
        <source>Choose an entry to see all of it</source>
        <translation>Choose an entry to see all of it</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Verify</translation>
    </message>
    <message>
        <source>Save as CSV…</source>
        <translation>Save as CSV…</translation>
    </message>
    <message>
        <source>The chosen rows; all that have been read when none is chosen</source>
        <translation>The chosen rows; all that have been read when none is chosen</translation>
    </message>
</context>
<context>
    <name>haneul::logbook::LogPanel</name>
    <message>
        <source>Decisions</source>
        <translation>Decisions</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Program</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Log</translation>
    </message>
</context>
<context>
    <name>haneul::logbook::ProgramModel</name>
    <message>
        <source>Time (UTC)</source>
        <translation>Time (UTC)</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Severity</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>What</source>
        <translation>What</translation>
    </message>
</context>
<context>
    <name>haneul::logbook::ProgramView</name>
    <message>
        <source>Find in the messages</source>
        <translation>Find in the messages</translation>
    </message>
    <message>
        <source>Least severity</source>
        <translation>Least severity</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Everything</translation>
    </message>
    <message>
        <source>Information and graver</source>
        <translation>Information and graver</translation>
    </message>
    <message>
        <source>Warnings and errors</source>
        <translation>Warnings and errors</translation>
    </message>
    <message>
        <source>Errors only</source>
        <translation>Errors only</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>The chosen rows; all that are shown when none is chosen</source>
        <translation>The chosen rows; all that are shown when none is chosen</translation>
    </message>
    <message>
        <source>Messages of the program</source>
        <translation>Messages of the program</translation>
    </message>
</context>
<context>
    <name>haneul::map::MapView</name>
    <message>
        <source>No base map: the tile server does not answer (%1). Tracks are shown.</source>
        <translation>No base map: the tile server does not answer (%1). Tracks are shown.</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Map</translation>
    </message>
    <message>
        <source>%1 against %2</source>
        <translation>%1 against %2</translation>
    </message>
    <message>
        <source>%1 of %2 here; Tab: next</source>
        <translation>%1 of %2 here; Tab: next</translation>
    </message>
    <message>
        <source>Measure: click the start. Return: pointer or middle. Esc: end</source>
        <translation>Measure: click the start. Return: pointer or middle. Esc: end</translation>
    </message>
    <message>
        <source>Measure: click the end. Return: pointer or middle. Esc: back</source>
        <translation>Measure: click the end. Return: pointer or middle. Esc: back</translation>
    </message>
    <message>
        <source>Lines ahead: %1 s of flight</source>
        <translation>Lines ahead: %1 s of flight</translation>
    </message>
    <message>
        <source>Dots behind: %1 s, one every %2 s</source>
        <translation>Dots behind: %1 s, one every %2 s</translation>
    </message>
    <message>
        <source>+%1 without label</source>
        <translation>+%1 without label</translation>
    </message>
    <message>
        <source>Overload: labels are off</source>
        <translation>Overload: labels are off</translation>
    </message>
    <message>
        <source>Overload: labels and trails are off</source>
        <translation>Overload: labels and trails are off</translation>
    </message>
</context>
<context>
    <name>haneul::models::Facts</name>
    <message>
        <source>last data %1</source>
        <translation>last data %1</translation>
    </message>
    <message>
        <source>no data yet</source>
        <translation>no data yet</translation>
    </message>
    <message>
        <source>No picture yet</source>
        <translation>No picture yet</translation>
    </message>
    <message>
        <source>Picture stands still since %1</source>
        <translation>Picture stands still since %1</translation>
    </message>
    <message>
        <source>No feed is set up</source>
        <translation>No feed is set up</translation>
    </message>
    <message numerus="yes">
        <source>No position: %n track(s)</source>
        <translation>
            <numerusform>No position: %n track</numerusform>
            <numerusform>No position: %n tracks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stale: %n track(s)</source>
        <translation>
            <numerusform>Stale: %n track</numerusform>
            <numerusform>Stale: %n tracks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Lost: %n track(s)</source>
        <translation>
            <numerusform>Lost: %n track</numerusform>
            <numerusform>Lost: %n tracks</numerusform>
        </translation>
    </message>
    <message>
        <source>Picture full: %1 reports refused</source>
        <translation>Picture full: %1 reports refused</translation>
    </message>
</context>
<context>
    <name>haneul::models::FeedHealthModel</name>
    <message>
        <source>Feed</source>
        <translation>Feed</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>State</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Last message</source>
        <translation>Last message</translation>
    </message>
    <message>
        <source>Messages/s</source>
        <translation>Messages/s</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Messages</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Reports</translation>
    </message>
    <message>
        <source>Malformed</source>
        <translation>Malformed</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Refused</translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation>Dropped</translation>
    </message>
    <message>
        <source>Ignored</source>
        <translation>Ignored</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>Duplicates</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>Late</translation>
    </message>
    <message>
        <source>Gaps</source>
        <translation>Gaps</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Reason</translation>
    </message>
</context>
<context>
    <name>haneul::models::NoticeModel</name>
    <message>
        <source>Time</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Severity</translation>
    </message>
    <message>
        <source>What</source>
        <translation>What</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
</context>
<context>
    <name>haneul::models::TrackTableModel</name>
    <message>
        <source>%1 (%2), last %3</source>
        <translation>%1 (%2), last %3</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>State</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Latitude</source>
        <translation>Latitude</translation>
    </message>
    <message>
        <source>Longitude</source>
        <translation>Longitude</translation>
    </message>
    <message>
        <source>Course °</source>
        <translation>Course °</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Age</translation>
    </message>
    <message>
        <source>Squawk</source>
        <translation>Squawk</translation>
    </message>
    <message>
        <source>Battery %</source>
        <translation>Battery %</translation>
    </message>
    <message>
        <source>Height %1</source>
        <translation>Height %1</translation>
    </message>
    <message>
        <source>Speed %1</source>
        <translation>Speed %1</translation>
    </message>
    <message>
        <source>Climb %1</source>
        <translation>Climb %1</translation>
    </message>
</context>
<context>
    <name>haneul::models::Words</name>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>Telemetry</source>
        <translation>Telemetry</translation>
    </message>
    <message>
        <source>ADS-B</source>
        <translation>ADS-B</translation>
    </message>
    <message>
        <source>MAVLink</source>
        <translation>MAVLink</translation>
    </message>
    <message>
        <source>Live</source>
        <comment>track</comment>
        <translation>Live</translation>
    </message>
    <message>
        <source>Stale</source>
        <comment>track</comment>
        <translation>Stale</translation>
    </message>
    <message>
        <source>Lost</source>
        <comment>track</comment>
        <translation>Lost</translation>
    </message>
    <message>
        <source>Starting</source>
        <comment>feed</comment>
        <translation>Starting</translation>
    </message>
    <message>
        <source>Connected</source>
        <comment>feed</comment>
        <translation>Connected</translation>
    </message>
    <message>
        <source>Silent</source>
        <comment>feed</comment>
        <translation>Silent</translation>
    </message>
    <message>
        <source>Disconnected</source>
        <comment>feed</comment>
        <translation>Disconnected</translation>
    </message>
    <message>
        <source>Failed</source>
        <comment>feed</comment>
        <translation>Failed</translation>
    </message>
    <message>
        <source>Info</source>
        <comment>notice</comment>
        <translation>Info</translation>
    </message>
    <message>
        <source>Warning</source>
        <comment>notice</comment>
        <translation>Warning</translation>
    </message>
    <message>
        <source>Error</source>
        <comment>notice</comment>
        <translation>Error</translation>
    </message>
    <message>
        <source>Broker stopped</source>
        <translation>Broker stopped</translation>
    </message>
    <message>
        <source>Broker restarted</source>
        <translation>Broker restarted</translation>
    </message>
    <message>
        <source>Broker does not start</source>
        <translation>Broker does not start</translation>
    </message>
    <message>
        <source>Feed lost</source>
        <translation>Feed lost</translation>
    </message>
    <message>
        <source>The broker ended and is being started again: %1</source>
        <translation>The broker ended and is being started again: %1</translation>
    </message>
    <message>
        <source>The broker runs again on %1</source>
        <translation>The broker runs again on %1</translation>
    </message>
    <message>
        <source>The broker cannot run: %1</source>
        <translation>The broker cannot run: %1</translation>
    </message>
    <message>
        <source>%1 is disconnected: %2</source>
        <translation>%1 is disconnected: %2</translation>
    </message>
    <message>
        <source>%1 is connected but brings nothing</source>
        <translation>%1 is connected but brings nothing</translation>
    </message>
    <message>
        <source>%1 brings data again</source>
        <translation>%1 brings data again</translation>
    </message>
    <message>
        <source>%1 does not work: %2</source>
        <translation>%1 does not work: %2</translation>
    </message>
    <message>
        <source>The station&apos;s clock was moved by %1 s; ages of tracks are not affected</source>
        <translation>The station&apos;s clock was moved by %1 s; ages of tracks are not affected</translation>
    </message>
    <message>
        <source>More than %1 aircraft are reported; further ones of %2 are not shown</source>
        <translation>More than %1 aircraft are reported; further ones of %2 are not shown</translation>
    </message>
    <message>
        <source>There is no base map: %1</source>
        <translation>There is no base map: %1</translation>
    </message>
    <message>
        <source>Refused: %1. The last: %2</source>
        <translation>Refused: %1. The last: %2</translation>
    </message>
    <message>
        <source>Telemetry refused</source>
        <translation>Telemetry refused</translation>
    </message>
    <message>
        <source>No base map</source>
        <translation>No base map</translation>
    </message>
    <message>
        <source>Feed silent</source>
        <translation>Feed silent</translation>
    </message>
    <message>
        <source>Feed restored</source>
        <translation>Feed restored</translation>
    </message>
    <message>
        <source>Feed failed</source>
        <translation>Feed failed</translation>
    </message>
    <message>
        <source>Station clock jumped</source>
        <translation>Station clock jumped</translation>
    </message>
    <message>
        <source>Picture full</source>
        <translation>Picture full</translation>
    </message>
    <message>
        <source>Map layer ready</source>
        <translation>Map layer ready</translation>
    </message>
    <message>
        <source>Map file</source>
        <translation>Map file</translation>
    </message>
    <message>
        <source>%1 can be shown: %2</source>
        <translation>%1 can be shown: %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>No administrator yet</source>
        <translation>No administrator yet</translation>
    </message>
    <message>
        <source>User locked out</source>
        <translation>User locked out</translation>
    </message>
    <message>
        <source>User closed for review</source>
        <translation>User closed for review</translation>
    </message>
    <message>
        <source>Address locked out</source>
        <translation>Address locked out</translation>
    </message>
    <message>
        <source>%2 wrong passwords for %1: locked for a quarter of an hour</source>
        <translation>%2 wrong passwords for %1: locked for a quarter of an hour</translation>
    </message>
    <message>
        <source>%2 wrong passwords for %1: the account is closed until an administrator enables it</source>
        <translation>%2 wrong passwords for %1: the account is closed until an administrator enables it</translation>
    </message>
    <message>
        <source>%2 wrong passwords from %1: no log-in from there for a quarter of an hour</source>
        <translation>%2 wrong passwords from %1: no log-in from there for a quarter of an hour</translation>
    </message>
    <message>
        <source>Event log changed</source>
        <translation>Event log changed</translation>
    </message>
    <message>
        <source>End of the event log not known</source>
        <translation>End of the event log not known</translation>
    </message>
    <message>
        <source>Event log cannot be written</source>
        <translation>Event log cannot be written</translation>
    </message>
    <message>
        <source>Event log works again</source>
        <translation>Event log works again</translation>
    </message>
    <message>
        <source>End of the event log not kept</source>
        <translation>End of the event log not kept</translation>
    </message>
    <message>
        <source>Entry %1 was not signed as it stands: keep a copy of the data folder and compare with an exported log</source>
        <translation>Entry %1 was not signed as it stands: keep a copy of the data folder and compare with an exported log</translation>
    </message>
    <message>
        <source>log.head is missing: whether entries after %1 were cut off cannot be told</source>
        <translation>log.head is missing: whether entries after %1 were cut off cannot be told</translation>
    </message>
    <message>
        <source>Commands are refused until it can be written: %1</source>
        <translation>Commands are refused until it can be written: %1</translation>
    </message>
    <message>
        <source>log.head cannot be written, so a cut end would not be noticed: %1</source>
        <translation>log.head cannot be written, so a cut end would not be noticed: %1</translation>
    </message>
</context>
<context>
    <name>haneul::palette::Palette</name>
    <message>
        <source>Find an action, a track, a place, a setting or a help page</source>
        <translation>Find an action, a track, a place, a setting or a help page</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Find</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Found</translation>
    </message>
    <message>
        <source>Nothing found. Every word must be in the name; initial consonants (ㅎㄴ) are enough.</source>
        <translation>Nothing found. Every word must be in the name; initial consonants (ㅎㄴ) are enough.</translation>
    </message>
    <message>
        <source>only while a recording is shown</source>
        <translation>only while a recording is shown</translation>
    </message>
    <message>
        <source>not possible now</source>
        <translation>not possible now</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Action</translation>
    </message>
    <message>
        <source>Track</source>
        <translation>Track</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Setting</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>position not known</source>
        <translation>position not known</translation>
    </message>
</context>
<context>
    <name>haneul::scene3d::Scene3DView</name>
    <message>
        <source>this display offers no OpenGL</source>
        <translation>this display offers no OpenGL</translation>
    </message>
    <message>
        <source>this display offers OpenGL ES only</source>
        <translation>this display offers OpenGL ES only</translation>
    </message>
    <message>
        <source>N</source>
        <comment>north</comment>
        <translation>N</translation>
    </message>
    <message>
        <source>E</source>
        <comment>east</comment>
        <translation>E</translation>
    </message>
    <message>
        <source>S</source>
        <comment>south</comment>
        <translation>S</translation>
    </message>
    <message>
        <source>W</source>
        <comment>west</comment>
        <translation>W</translation>
    </message>
    <message>
        <source>3D view</source>
        <translation>3D view</translation>
    </message>
    <message>
        <source>3D is off: %1. Install or enable a graphics driver, or set LIBGL_ALWAYS_SOFTWARE=1 and start again. The section below shows the same traffic.</source>
        <translation>3D is off: %1. Install or enable a graphics driver, or set LIBGL_ALWAYS_SOFTWARE=1 and start again. The section below shows the same traffic.</translation>
    </message>
    <message>
        <source>3D is off: the display has stopped giving OpenGL. Try again; if that fails, start the program again. The section below shows the same traffic.</source>
        <translation>3D is off: the display has stopped giving OpenGL. Try again; if that fails, start the program again. The section below shows the same traffic.</translation>
    </message>
    <message>
        <source>3D is off: this computer draws OpenGL in software and was too slow. The section below shows the same traffic.</source>
        <translation>3D is off: this computer draws OpenGL in software and was too slow. The section below shows the same traffic.</translation>
    </message>
    <message>
        <source>3D is off: it was switched off here. The section below shows the same traffic.</source>
        <translation>3D is off: it was switched off here. The section below shows the same traffic.</translation>
    </message>
    <message>
        <source>Try 3D again</source>
        <translation>Try 3D again</translation>
    </message>
    <message>
        <source>Keep 3D on</source>
        <translation>Keep 3D on</translation>
    </message>
    <message>
        <source>Switch 3D off</source>
        <translation>Switch 3D off</translation>
    </message>
    <message>
        <source>Along selection</source>
        <translation>Along selection</translation>
    </message>
    <message>
        <source>Turn the section along the course of the selected track</source>
        <translation>Turn the section along the course of the selected track</translation>
    </message>
    <message>
        <source>Height exaggeration</source>
        <translation>Height exaggeration</translation>
    </message>
    <message>
        <source>A 3D picture takes %1 ms here (OpenGL in software); above 100 ms it hinders work.</source>
        <translation>A 3D picture takes %1 ms here (OpenGL in software); above 100 ms it hinders work.</translation>
    </message>
    <message>
        <source>Heights ×%1</source>
        <translation>Heights ×%1</translation>
    </message>
    <message>
        <source>OpenGL is not used here</source>
        <translation>OpenGL is not used here</translation>
    </message>
    <message>
        <source>LIVE</source>
        <translation>LIVE</translation>
    </message>
    <message>
        <source>REPLAY %1×</source>
        <translation>REPLAY %1×</translation>
    </message>
    <message>
        <source>PAUSED</source>
        <translation>PAUSED</translation>
    </message>
    <message>
        <source>No track reports a height</source>
        <translation>No track reports a height</translation>
    </message>
    <message>
        <source>Heights %1 as reported</source>
        <translation>Heights %1 as reported</translation>
    </message>
    <message>
        <source>Heights %1 as reported, not reconciled</source>
        <translation>Heights %1 as reported, not reconciled</translation>
    </message>
    <message>
        <source>data %1 old</source>
        <translation>data %1 old</translation>
    </message>
    <message>
        <source>no tracks yet</source>
        <translation>no tracks yet</translation>
    </message>
    <message>
        <source>Heights drawn ×%1 · ground at 0 m, no terrain</source>
        <translation>Heights drawn ×%1 · ground at 0 m, no terrain</translation>
    </message>
    <message>
        <source>rings %1 · vectors %2 s · hollow on the ground: height unknown</source>
        <translation>rings %1 · vectors %2 s · hollow on the ground: height unknown</translation>
    </message>
    <message>
        <source>en</source>
        <comment>language of this translation</comment>
        <translation>en</translation>
    </message>
</context>
<context>
    <name>haneul::scene3d::SectionView</name>
    <message>
        <source>Section</source>
        <translation>Section</translation>
    </message>
    <message>
        <source>Along %1, course %2°</source>
        <translation>Along %1, course %2°</translation>
    </message>
    <message>
        <source>West – east, seen from the south</source>
        <translation>West – east, seen from the south</translation>
    </message>
    <message>
        <source>heights as reported, datums not reconciled</source>
        <translation>heights as reported, datums not reconciled</translation>
    </message>
    <message>
        <source>heights as reported</source>
        <translation>heights as reported</translation>
    </message>
    <message>
        <source>scale closer towards the top</source>
        <translation>scale closer towards the top</translation>
    </message>
</context>
<context>
    <name>haneul::settings</name>
    <message>
        <source>Dark</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>High contrast</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>As the system</translation>
    </message>
    <message>
        <source>metres (m)</source>
        <translation>metres (m)</translation>
    </message>
    <message>
        <source>feet (ft)</source>
        <translation>feet (ft)</translation>
    </message>
    <message>
        <source>metres per second (m/s)</source>
        <translation>metres per second (m/s)</translation>
    </message>
    <message>
        <source>kilometres per hour (km/h)</source>
        <translation>kilometres per hour (km/h)</translation>
    </message>
    <message>
        <source>knots (kt)</source>
        <translation>knots (kt)</translation>
    </message>
    <message>
        <source>kilometres (km)</source>
        <translation>kilometres (km)</translation>
    </message>
    <message>
        <source>nautical miles (NM)</source>
        <translation>nautical miles (NM)</translation>
    </message>
    <message>
        <source>None</source>
        <translation>None</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Name, height and speed</source>
        <translation>Name, height and speed</translation>
    </message>
    <message>
        <source>Where it was left</source>
        <translation>Where it was left</translation>
    </message>
    <message>
        <source>At the area of operation</source>
        <translation>At the area of operation</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>Language of all texts; works at once.</source>
        <translation>Language of all texts; works at once.</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Theme</translation>
    </message>
    <message>
        <source>Colours of the whole desk, map included.</source>
        <translation>Colours of the whole desk, map included.</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Text size</translation>
    </message>
    <message>
        <source>Size of all texts and of what is laid out by them.</source>
        <translation>Size of all texts and of what is laid out by them.</translation>
    </message>
    <message>
        <source>Heights</source>
        <translation>Heights</translation>
    </message>
    <message>
        <source>Unit of heights; climb and descent follow it (m/s or ft/min).</source>
        <translation>Unit of heights; climb and descent follow it (m/s or ft/min).</translation>
    </message>
    <message>
        <source>Speeds</source>
        <translation>Speeds</translation>
    </message>
    <message>
        <source>Unit of speeds over ground.</source>
        <translation>Unit of speeds over ground.</translation>
    </message>
    <message>
        <source>Distances</source>
        <translation>Distances</translation>
    </message>
    <message>
        <source>Unit of distances and ranges.</source>
        <translation>Unit of distances and ranges.</translation>
    </message>
    <message>
        <source>Track labels</source>
        <translation>Track labels</translation>
    </message>
    <message>
        <source>How much is written beside each aircraft.</source>
        <translation>How much is written beside each aircraft.</translation>
    </message>
    <message>
        <source>Speed vectors</source>
        <translation>Speed vectors</translation>
    </message>
    <message>
        <source>Trails</source>
        <translation>Trails</translation>
    </message>
    <message>
        <source>Vertical exaggeration</source>
        <translation>Vertical exaggeration</translation>
    </message>
    <message>
        <source>How many times higher than true the 3D view draws heights.</source>
        <translation>How many times higher than true the 3D view draws heights.</translation>
    </message>
    <message>
        <source>The map starts</source>
        <translation>The map starts</translation>
    </message>
    <message>
        <source>What the map shows when the program is started.</source>
        <translation>What the map shows when the program is started.</translation>
    </message>
    <message>
        <source>Latitude of the area</source>
        <translation>Latitude of the area</translation>
    </message>
    <message>
        <source>Middle of the area of operation, degrees north.</source>
        <translation>Middle of the area of operation, degrees north.</translation>
    </message>
    <message>
        <source>Longitude of the area</source>
        <translation>Longitude of the area</translation>
    </message>
    <message>
        <source>Middle of the area of operation, degrees east.</source>
        <translation>Middle of the area of operation, degrees east.</translation>
    </message>
    <message>
        <source>Zoom of the area</source>
        <translation>Zoom of the area</translation>
    </message>
    <message>
        <source>2 shows the world, 11 a city, 16 a street.</source>
        <translation>2 shows the world, 11 a city, 16 a street.</translation>
    </message>
    <message>
        <source>Name and height</source>
        <translation>Name and height</translation>
    </message>
    <message>
        <source>How far ahead the line before an aircraft reaches.</source>
        <translation>How far ahead the line before an aircraft reaches.</translation>
    </message>
    <message>
        <source>How far back the trail behind an aircraft reaches.</source>
        <translation>How far back the trail behind an aircraft reaches.</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Appearance</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>Units</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Map</translation>
    </message>
    <message>
        <source>3D view</source>
        <translation>3D view</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>On</source>
        <comment>setting</comment>
        <translation>On</translation>
    </message>
    <message>
        <source>Off</source>
        <comment>setting</comment>
        <translation>Off</translation>
    </message>
</context>
<context>
    <name>haneul::settings::Settings</name>
    <message>
        <source>The settings could not be read (%1). They were put aside as settings.json.broken; the defaults are used.</source>
        <translation>The settings could not be read (%1). They were put aside as settings.json.broken; the defaults are used.</translation>
    </message>
    <message>
        <source>The settings were written by a newer version. What is understood is used; changes are not kept.</source>
        <translation>The settings were written by a newer version. What is understood is used; changes are not kept.</translation>
    </message>
    <message>
        <source>The settings could not be written: %1</source>
        <translation>The settings could not be written: %1</translation>
    </message>
</context>
<context>
    <name>haneul::settings::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Find a setting</source>
        <translation>Find a setting</translation>
    </message>
    <message>
        <source>Nothing found.</source>
        <translation>Nothing found.</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>Reset all</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Export…</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Import…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Reset</translation>
    </message>
    <message>
        <source>Reset %1</source>
        <translation>Reset %1</translation>
    </message>
    <message>
        <source>Default: %1</source>
        <translation>Default: %1</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>changed</translation>
    </message>
    <message>
        <source>Exported: %1</source>
        <translation>Exported: %1</translation>
    </message>
    <message>
        <source>Not exported: %1</source>
        <translation>Not exported: %1</translation>
    </message>
    <message>
        <source>Imported: %1</source>
        <translation>Imported: %1</translation>
    </message>
    <message>
        <source>Not imported: %1</source>
        <translation>Not imported: %1</translation>
    </message>
</context>
<context>
    <name>haneul::shortcuts::KeyEditor</name>
    <message>
        <source>Keys</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>Find an action or a key</source>
        <translation>Find an action or a key</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>Actions and their keys</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Action</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Key</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Default</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>New key</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>No key</translation>
    </message>
    <message>
        <source>Reset all keys</source>
        <translation>Reset all keys</translation>
    </message>
    <message>
        <source>Print or save…</source>
        <translation>Print or save…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>changed</translation>
    </message>
    <message>
        <source>New key for “%1”:</source>
        <translation>New key for “%1”:</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Replace</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>Set</translation>
    </message>
    <message>
        <source>%1 is already used by “%2” (%3), which would then have no key.</source>
        <translation>%1 is already used by “%2” (%3), which would then have no key.</translation>
    </message>
    <message>
        <source>Choose an action, go to the field and press the new key.</source>
        <translation>Choose an action, go to the field and press the new key.</translation>
    </message>
    <message>
        <source>%1 is free.</source>
        <translation>%1 is free.</translation>
    </message>
    <message>
        <source>Save the keys as PDF or HTML</source>
        <translation>Save the keys as PDF or HTML</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Saved: %1</translation>
    </message>
    <message>
        <source>Not saved: %1</source>
        <translation>Not saved: %1</translation>
    </message>
    <message>
        <source>Press the key</source>
        <translation>Press the key</translation>
    </message>
</context>
<context>
    <name>haneul::shortcuts::KeyMap</name>
    <message>
        <source>One key, with Ctrl, Alt or Shift where wanted.</source>
        <translation>One key, with Ctrl, Alt or Shift where wanted.</translation>
    </message>
    <message>
        <source>This key moves through fields and dialogs; add Ctrl or Alt.</source>
        <translation>This key moves through fields and dialogs; add Ctrl or Alt.</translation>
    </message>
</context>
<context>
    <name>haneul::shortcuts::KeySheet</name>
    <message>
        <source>Haneul: keys</source>
        <translation>Haneul: keys</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>changed</translation>
    </message>
</context>
<context>
    <name>haneul::window::AboutDialog</name>
    <message>
        <source>About Haneul</source>
        <translation>About Haneul</translation>
    </message>
    <message>
        <source>Haneul: UAS Traffic Management</source>
        <translation>Haneul: UAS Traffic Management</translation>
    </message>
    <message>
        <source>Own sources: Apache License 2.0. Together with the libraries it is linked to, the program as a whole is under the GNU General Public License 3.</source>
        <translation>Own sources: Apache License 2.0. Together with the libraries it is linked to, the program as a whole is under the GNU General Public License 3.</translation>
    </message>
    <message>
        <source>Built on: %1.</source>
        <translation>Built on: %1.</translation>
    </message>
    <message>
        <source>The program informs and records; it never commands an aircraft. It is not a certified system: it replaces neither air traffic services nor the duties of those who fly.</source>
        <translation>The program informs and records; it never commands an aircraft. It is not a certified system: it replaces neither air traffic services nor the duties of those who fly.</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Build</source>
        <translation>Build</translation>
    </message>
    <message>
        <source>Compiler</source>
        <translation>Compiler</translation>
    </message>
    <message>
        <source>Instance</source>
        <translation>Instance</translation>
    </message>
    <message>
        <source>Event log ends at</source>
        <translation>Event log ends at</translation>
    </message>
    <message>
        <source>Digest, to read out</source>
        <translation>Digest, to read out</translation>
    </message>
    <message>
        <source>Digest, whole</source>
        <translation>Digest, whole</translation>
    </message>
    <message>
        <source>This instance</source>
        <translation>This instance</translation>
    </message>
    <message>
        <source>Map data</source>
        <translation>Map data</translation>
    </message>
    <message>
        <source>No base map is loaded.</source>
        <translation>No base map is loaded.</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Layer</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licence</translation>
    </message>
    <message>
        <source>Date of the data</source>
        <translation>Date of the data</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>Licences</translation>
    </message>
    <message>
        <source>C&amp;opy</source>
        <translation>C&amp;opy</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Close</translation>
    </message>
    <message>
        <source>Build type</source>
        <translation>Build type</translation>
    </message>
</context>
<context>
    <name>haneul::window::ClockPanel</name>
    <message>
        <source>LIVE</source>
        <translation>LIVE</translation>
    </message>
    <message>
        <source>REPLAY %1</source>
        <translation>REPLAY %1</translation>
    </message>
    <message>
        <source>PAUSED</source>
        <translation>PAUSED</translation>
    </message>
    <message>
        <source>now %1</source>
        <translation>now %1</translation>
    </message>
    <message>
        <source>Local time</source>
        <translation>Local time</translation>
    </message>
    <message>
        <source>The present, not the recording</source>
        <translation>The present, not the recording</translation>
    </message>
</context>
<context>
    <name>haneul::window::Desk</name>
    <message>
        <source>The last session could not be used and was put aside: %1. Windows are as built in.</source>
        <translation>The last session could not be used and was put aside: %1. Windows are as built in.</translation>
    </message>
    <message>
        <source>The workspace file %1 cannot be used and was put aside: %2</source>
        <translation>The workspace file %1 cannot be used and was put aside: %2</translation>
    </message>
    <message>
        <source>The workspace %1 could not be saved: %2</source>
        <translation>The workspace %1 could not be saved: %2</translation>
    </message>
    <message>
        <source>Safe mode: the program ended unexpectedly twice, the second time within 30 s of its start. Windows are as built in and 3D is off; drafts are kept. The next start is a normal one.</source>
        <translation>Safe mode: the program ended unexpectedly twice, the second time within 30 s of its start. Windows are as built in and 3D is off; drafts are kept. The next start is a normal one.</translation>
    </message>
    <message>
        <source>The program ended unexpectedly. Windows, selection and drafts are as they were then.</source>
        <translation>The program ended unexpectedly. Windows, selection and drafts are as they were then.</translation>
    </message>
    <message>
        <source>safe mode after two unexpected ends</source>
        <translation>safe mode after two unexpected ends</translation>
    </message>
</context>
<context>
    <name>haneul::window::FactLine</name>
    <message>
        <source>No known gaps</source>
        <translation>No known gaps</translation>
    </message>
</context>
<context>
    <name>haneul::window::FeedStrip</name>
    <message>
        <source>Age %1</source>
        <comment>of the last message</comment>
        <translation>Age %1</translation>
    </message>
</context>
<context>
    <name>haneul::window::MainWindow</name>
    <message>
        <source>Tracks: %1 live, %2 stale, %3 lost</source>
        <translation>Tracks: %1 live, %2 stale, %3 lost</translation>
    </message>
    <message>
        <source>Delay %1 ms, drawing %2 ms</source>
        <translation>Delay %1 ms, drawing %2 ms</translation>
    </message>
    <message>
        <source>The position of %1 is not known</source>
        <translation>The position of %1 is not known</translation>
    </message>
    <message>
        <source>Haneul: UAS Traffic Management</source>
        <translation>Haneul: UAS Traffic Management</translation>
    </message>
    <message>
        <source>Place under the pointer, WGS84</source>
        <translation>Place under the pointer, WGS84</translation>
    </message>
    <message>
        <source>Workspace saved: %1</source>
        <translation>Workspace saved: %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>undo or redo: step</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Redo</translation>
    </message>
    <message>
        <source>input %1 ms</source>
        <translation>input %1 ms</translation>
    </message>
    <message>
        <source>Worst of the last second: from publication to this window, and the work of one tick. Input: from a key or click to its painted answer, 99 of 100 within this time</source>
        <translation>Worst of the last second: from publication to this window, and the work of one tick. Input: from a key or click to its painted answer, 99 of 100 within this time</translation>
    </message>
</context>
<context>
    <name>haneul::window::MapControl</name>
    <message>
        <source>No base map is set up</source>
        <translation>No base map is set up</translation>
    </message>
    <message>
        <source>Base map does not answer</source>
        <translation>Base map does not answer</translation>
    </message>
    <message>
        <source>Base map does not answer: %1</source>
        <translation>Base map does not answer: %1</translation>
    </message>
</context>
<context>
    <name>haneul::window::MapWindow</name>
    <message>
        <source>The position of %1 is not known</source>
        <translation>The position of %1 is not known</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Map</translation>
    </message>
</context>
<context>
    <name>haneul::window::Menus</name>
    <message>
        <source>View</source>
        <translation>View</translation>
    </message>
    <message>
        <source>Panels</source>
        <translation>Panels</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Theme</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Map</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Window</translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>Replay</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Edit</translation>
    </message>
    <message>
        <source>3D</source>
        <translation>3D</translation>
    </message>
    <message>
        <source>Workspaces</source>
        <translation>Workspaces</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>Access</translation>
    </message>
</context>
<context>
    <name>haneul::window::MessageBar</name>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Put this message away</source>
        <translation>Put this message away</translation>
    </message>
</context>
<context>
    <name>haneul::window::NotesPanel</name>
    <message>
        <source>The notes could not be filed: %1</source>
        <translation>The notes could not be filed: %1</translation>
    </message>
    <message>
        <source>Filed as %1</source>
        <translation>Filed as %1</translation>
    </message>
    <message>
        <source>Notes of this shift</source>
        <translation>Notes of this shift</translation>
    </message>
    <message>
        <source>Draft, not filed yet; kept across restarts</source>
        <translation>Draft, not filed yet; kept across restarts</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>Empty</translation>
    </message>
    <message>
        <source>As filed</source>
        <translation>As filed</translation>
    </message>
</context>
<context>
    <name>haneul::window::NoticePanel</name>
    <message>
        <source>No notices</source>
        <translation>No notices</translation>
    </message>
</context>
<context>
    <name>haneul::window::Panels</name>
    <message>
        <source>Feeds</source>
        <translation>Feeds</translation>
    </message>
    <message>
        <source>Tracks</source>
        <translation>Tracks</translation>
    </message>
    <message>
        <source>3D view</source>
        <translation>3D view</translation>
    </message>
    <message>
        <source>Notices</source>
        <translation>Notices</translation>
    </message>
    <message>
        <source>Shift notes</source>
        <translation>Shift notes</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Log</translation>
    </message>
    <message>
        <source>Map layers</source>
        <translation>Map layers</translation>
    </message>
</context>
<context>
    <name>haneul::window::ReplayBar</name>
    <message>
        <source>%1, at its end</source>
        <translation>%1, at its end</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Speed</translation>
    </message>
    <message>
        <source>Place in the recording</source>
        <translation>Place in the recording</translation>
    </message>
</context>
<context>
    <name>haneul::window::SceneWindow</name>
    <message>
        <source>3D view</source>
        <translation>3D view</translation>
    </message>
</context>
<context>
    <name>haneul::window::TrackPanel</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 of %2</translation>
    </message>
    <message>
        <source>Filter: id, label, source, state, mission</source>
        <translation>Filter: id, label, source, state, mission</translation>
    </message>
    <message>
        <source>Filter tracks</source>
        <translation>Filter tracks</translation>
    </message>
    <message>
        <source>Tracks</source>
        <translation>Tracks</translation>
    </message>
</context>
<context>
    <name>haneul::window::WorkspaceDialog</name>
    <message>
        <source>%1 (built in)</source>
        <translation>%1 (built in)</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Saved: %1</translation>
    </message>
    <message>
        <source>Not saved: a workspace needs a name of 1 to 60 characters.</source>
        <translation>Not saved: a workspace needs a name of 1 to 60 characters.</translation>
    </message>
    <message>
        <source>Deleted: %1</source>
        <translation>Deleted: %1</translation>
    </message>
    <message>
        <source>Workspaces</source>
        <translation>Workspaces</translation>
    </message>
    <message>
        <source>A workspace is the arrangement of all windows, panels and map views.</source>
        <translation>A workspace is the arrangement of all windows, panels and map views.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Save present arrangement</source>
        <translation>Save present arrangement</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>haneul::window::Workspaces</name>
    <message>
        <source>Control room</source>
        <translation>Control room</translation>
    </message>
    <message>
        <source>Planning</source>
        <translation>Planning</translation>
    </message>
    <message>
        <source>3D</source>
        <translation>3D</translation>
    </message>
    <message>
        <source>Single laptop</source>
        <translation>Single laptop</translation>
    </message>
</context>
<context>
    <name>haneul::wizard</name>
    <message>
        <source>South Korea</source>
        <translation>South Korea</translation>
    </message>
    <message>
        <source>Seoul</source>
        <translation>Seoul</translation>
    </message>
    <message>
        <source>Incheon</source>
        <translation>Incheon</translation>
    </message>
    <message>
        <source>Gyeonggi</source>
        <translation>Gyeonggi</translation>
    </message>
    <message>
        <source>Gangwon</source>
        <translation>Gangwon</translation>
    </message>
    <message>
        <source>Sejong</source>
        <translation>Sejong</translation>
    </message>
    <message>
        <source>Daejeon</source>
        <translation>Daejeon</translation>
    </message>
    <message>
        <source>Chungbuk</source>
        <translation>Chungbuk</translation>
    </message>
    <message>
        <source>Chungnam</source>
        <translation>Chungnam</translation>
    </message>
    <message>
        <source>Jeonbuk</source>
        <translation>Jeonbuk</translation>
    </message>
    <message>
        <source>Gwangju</source>
        <translation>Gwangju</translation>
    </message>
    <message>
        <source>Jeonnam</source>
        <translation>Jeonnam</translation>
    </message>
    <message>
        <source>Daegu</source>
        <translation>Daegu</translation>
    </message>
    <message>
        <source>Gyeongbuk</source>
        <translation>Gyeongbuk</translation>
    </message>
    <message>
        <source>Ulsan</source>
        <translation>Ulsan</translation>
    </message>
    <message>
        <source>Busan</source>
        <translation>Busan</translation>
    </message>
    <message>
        <source>Gyeongnam</source>
        <translation>Gyeongnam</translation>
    </message>
    <message>
        <source>Jeju</source>
        <translation>Jeju</translation>
    </message>
</context>
<context>
    <name>haneul::wizard::FirstRun</name>
    <message>
        <source>Language and units</source>
        <translation>Language and units</translation>
    </message>
    <message>
        <source>Area of operation</source>
        <translation>Area of operation</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Map</translation>
    </message>
    <message>
        <source>Where data comes from</source>
        <translation>Where data comes from</translation>
    </message>
    <message>
        <source>Everything here can be changed later in the settings.</source>
        <translation>Everything here can be changed later in the settings.</translation>
    </message>
    <message>
        <source>Where the map looks when the program starts. Type to find; initial consonants are enough.</source>
        <translation>Where the map looks when the program starts. Type to find; initial consonants are enough.</translation>
    </message>
    <message>
        <source>The map that is shipped shows coast, provinces, towns, aerodromes and rivers of Korea. It has no roads, buildings, terrain or power lines.</source>
        <translation>The map that is shipped shows coast, provinces, towns, aerodromes and rivers of Korea. It has no roads, buildings, terrain or power lines.</translation>
    </message>
    <message>
        <source>More sources can be added later in haneul.toml of the data folder.</source>
        <translation>More sources can be added later in haneul.toml of the data folder.</translation>
    </message>
    <message>
        <source>Haneul: first start</source>
        <translation>Haneul: first start</translation>
    </message>
    <message>
        <source>%1 of %2: %3</source>
        <translation>%1 of %2: %3</translation>
    </message>
    <message>
        <source>Skip the questions</source>
        <translation>Skip the questions</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>Units</translation>
    </message>
    <message>
        <source>Metric: metres, metres per second, kilometres</source>
        <translation>Metric: metres, metres per second, kilometres</translation>
    </message>
    <message>
        <source>Aviation: feet, knots, nautical miles</source>
        <translation>Aviation: feet, knots, nautical miles</translation>
    </message>
    <message>
        <source>Find an area</source>
        <translation>Find an area</translation>
    </message>
    <message>
        <source>Areas</source>
        <translation>Areas</translation>
    </message>
    <message>
        <source>Wherever the first traffic is</source>
        <translation>Wherever the first traffic is</translation>
    </message>
    <message>
        <source>The map that is shipped (Korea)</source>
        <translation>The map that is shipped (Korea)</translation>
    </message>
    <message>
        <source>A map of our own (GeoPackage)</source>
        <translation>A map of our own (GeoPackage)</translation>
    </message>
    <message>
        <source>File of the map</source>
        <translation>File of the map</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Choose…</translation>
    </message>
    <message>
        <source>Drones report here (MQTT broker of Haneul)</source>
        <translation>Drones report here (MQTT broker of Haneul)</translation>
    </message>
    <message>
        <source>MQTT broker of ours</source>
        <translation>MQTT broker of ours</translation>
    </message>
    <message>
        <source>ADS-B receiver (SBS-1)</source>
        <translation>ADS-B receiver (SBS-1)</translation>
    </message>
    <message>
        <source>Autopilots (MAVLink), UDP port</source>
        <translation>Autopilots (MAVLink), UDP port</translation>
    </message>
    <message>
        <source>Demonstration: simulated traffic over Seoul</source>
        <translation>Demonstration: simulated traffic over Seoul</translation>
    </message>
    <message>
        <source>Address of the broker</source>
        <translation>Address of the broker</translation>
    </message>
    <message>
        <source>Address of the receiver</source>
        <translation>Address of the receiver</translation>
    </message>
    <message>
        <source>Port of the receiver</source>
        <translation>Port of the receiver</translation>
    </message>
    <message>
        <source>UDP port</source>
        <translation>UDP port</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>Which file is the map?</source>
        <translation>Which file is the map?</translation>
    </message>
    <message>
        <source>Which address has the receiver?</source>
        <translation>Which address has the receiver?</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Reading…</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Connecting…</translation>
    </message>
    <message>
        <source>The broker answers</source>
        <translation>The broker answers</translation>
    </message>
    <message>
        <source>Open; waiting for bytes</source>
        <translation>Open; waiting for bytes</translation>
    </message>
    <message>
        <source>Bytes arriving: %L1</source>
        <translation>Bytes arriving: %L1</translation>
    </message>
    <message>
        <source>Does not work: %1</source>
        <translation>Does not work: %1</translation>
    </message>
</context>
</TS>
