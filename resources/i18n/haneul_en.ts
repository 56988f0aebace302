<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
<context>
    <name>CapacityModel</name>
    <message>
        <source>Use of %1</source>
        <translation>Use of %1</translation>
    </message>
    <message>
        <source>UTC</source>
        <translation>UTC</translation>
    </message>
    <message>
        <source>Flights at once</source>
        <translation>Flights at once</translation>
    </message>
    <message>
        <source>Approved flights</source>
        <translation>Approved flights</translation>
    </message>
    <message>
        <source>With those whose heights cannot be compared</source>
        <translation>With those whose heights cannot be compared</translation>
    </message>
    <message>
        <source>too many</source>
        <translation>too many</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Limit</translation>
    </message>
</context>
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
    <name>Words</name>
    <message>
        <source>Preset</source>
        <translation>Preset</translation>
    </message>
    <message>
        <source>Overlap</source>
        <translation>Overlap</translation>
    </message>
    <message>
        <source>Table 1 of the paper</source>
        <translation>Table 1 of the paper</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Target</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>Scenario</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>Distance</translation>
    </message>
    <message>
        <source>Collisions per flight hour</source>
        <translation>Collisions per flight hour</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Decision</translation>
    </message>
    <message>
        <source>Least distance, %1</source>
        <translation>Least distance, %1</translation>
    </message>
    <message>
        <source>Accepted cells</source>
        <translation>Accepted cells</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 of %2</translation>
    </message>
    <message>
        <source>Routes in the strip</source>
        <translation>Routes in the strip</translation>
    </message>
    <message>
        <source>%1 tracks × %2 layers = %3</source>
        <translation>%1 tracks × %2 layers = %3</translation>
    </message>
    <message>
        <source>not judged</source>
        <translation>not judged</translation>
    </message>
    <message>
        <source>Corridor</source>
        <translation>Corridor</translation>
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
    <message>
        <source>The e-mail address is not of the form name@example.org.</source>
        <translation>The e-mail address is not of the form name@example.org.</translation>
    </message>
    <message>
        <source>This organisation does not exist.</source>
        <translation>This organisation does not exist.</translation>
    </message>
    <message>
        <source>Something about the organisation cannot be as it is: amount, currency, region or a date.</source>
        <translation>Something about the organisation cannot be as it is: amount, currency, region or a date.</translation>
    </message>
    <message>
        <source>Somebody else has changed this meanwhile. Nothing was overwritten: read again, then change it.</source>
        <translation>Somebody else has changed this meanwhile. Nothing was overwritten: read again, then change it.</translation>
    </message>
    <message>
        <source>Up to 200 zones and 50 risk classes, each 1 to 64 characters.</source>
        <translation>Up to 200 zones and 50 risk classes, each 1 to 64 characters.</translation>
    </message>
    <message>
        <source>This alarm does not exist.</source>
        <translation>This alarm does not exist.</translation>
    </message>
    <message>
        <source>Somebody else has acknowledged this alarm already.</source>
        <translation>Somebody else has acknowledged this alarm already.</translation>
    </message>
    <message>
        <source>Only a person who is logged in by name may do this.</source>
        <translation>Only a person who is logged in by name may do this.</translation>
    </message>
    <message>
        <source>Administrators approve nothing.</source>
        <translation>Administrators approve nothing.</translation>
    </message>
    <message>
        <source>Nobody approves what he wrote or submitted himself.</source>
        <translation>Nobody approves what he wrote or submitted himself.</translation>
    </message>
    <message>
        <source>Nobody approves what he changed last.</source>
        <translation>Nobody approves what he changed last.</translation>
    </message>
    <message>
        <source>The second approval is another person&apos;s.</source>
        <translation>The second approval is another person&apos;s.</translation>
    </message>
    <message>
        <source>Who wrote this is not known, so nobody may approve it.</source>
        <translation>Who wrote this is not known, so nobody may approve it.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Telephone</translation>
    </message>
    <message>
        <source>Insurer</source>
        <translation>Insurer</translation>
    </message>
    <message>
        <source>Insurance policy</source>
        <translation>Insurance policy</translation>
    </message>
    <message>
        <source>Sum insured</source>
        <translation>Sum insured</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Currency</translation>
    </message>
    <message>
        <source>Insured until</source>
        <translation>Insured until</translation>
    </message>
    <message>
        <source>Data region</source>
        <translation>Data region</translation>
    </message>
    <message>
        <source>User</source>
        <translation>User</translation>
    </message>
    <message>
        <source>Licence %1: kind</source>
        <translation>Licence %1: kind</translation>
    </message>
    <message>
        <source>Licence %1: number</source>
        <translation>Licence %1: number</translation>
    </message>
    <message>
        <source>Licence %1: valid until</source>
        <translation>Licence %1: valid until</translation>
    </message>
    <message>
        <source>Many failed log-ins to one account</source>
        <translation>Many failed log-ins to one account</translation>
    </message>
    <message>
        <source>Many failed log-ins from one address</source>
        <translation>Many failed log-ins from one address</translation>
    </message>
    <message>
        <source>Many failed log-ins from everywhere</source>
        <translation>Many failed log-ins from everywhere</translation>
    </message>
    <message>
        <source>Many calls that were not allowed</source>
        <translation>Many calls that were not allowed</translation>
    </message>
    <message>
        <source>Many calls without a good token</source>
        <translation>Many calls without a good token</translation>
    </message>
    <message>
        <source>Many calls above the allowed rate</source>
        <translation>Many calls above the allowed rate</translation>
    </message>
    <message>
        <source>✓ until %1</source>
        <translation>✓ until %1</translation>
    </message>
    <message>
        <source>▲ expires soon: %1, %2 days left</source>
        <translation>▲ expires soon: %1, %2 days left</translation>
    </message>
    <message>
        <source>✕ expired: %1</source>
        <translation>✕ expired: %1</translation>
    </message>
    <message>
        <source>? not recorded</source>
        <translation>? not recorded</translation>
    </message>
    <message>
        <source>Insurance</source>
        <translation>Insurance</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licence</translation>
    </message>
</context>
<context>
    <name>haneul::access::AcknowledgeForm</name>
    <message>
        <source>&amp;What was found out or done (may be empty)</source>
        <translation>&amp;What was found out or done (may be empty)</translation>
    </message>
    <message>
        <source>Acknowledge the alarm</source>
        <translation>Acknowledge the alarm</translation>
    </message>
    <message>
        <source>Ac&amp;knowledge</source>
        <translation>Ac&amp;knowledge</translation>
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
    <message>
        <source>✓ over since %1</source>
        <translation>✓ over since %1</translation>
    </message>
    <message>
        <source>▲ goes on</source>
        <translation>▲ goes on</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>not yet</translation>
    </message>
    <message>
        <source>Plans that touch the zone %1</source>
        <translation>Plans that touch the zone %1</translation>
    </message>
    <message>
        <source>Plans of the risk class %1</source>
        <translation>Plans of the risk class %1</translation>
    </message>
    <message>
        <source>Every plan</source>
        <translation>Every plan</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>From</source>
        <translation>From</translation>
    </message>
    <message>
        <source>the machine itself</source>
        <translation>the machine itself</translation>
    </message>
    <message>
        <source>the network</source>
        <translation>the network</translation>
    </message>
    <message>
        <source>Licences and insurance</source>
        <translation>Licences and insurance</translation>
    </message>
    <message>
        <source>Data region</source>
        <translation>Data region</translation>
    </message>
    <message>
        <source>Last changed</source>
        <translation>Last changed</translation>
    </message>
    <message>
        <source>Two different people must approve</source>
        <translation>Two different people must approve</translation>
    </message>
    <message>
        <source>Raised</source>
        <translation>Raised</translation>
    </message>
    <message>
        <source>Alarm</source>
        <translation>Alarm</translation>
    </message>
    <message>
        <source>Who or from where</source>
        <translation>Who or from where</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Times</translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation>Acknowledged</translation>
    </message>
    <message>
        <source>%1 has asked for a change; a second administrator must ask for the same: %2</source>
        <translation>%1 has asked for a change; a second administrator must ask for the same: %2</translation>
    </message>
    <message>
        <source>no plan needs two approvals</source>
        <translation>no plan needs two approvals</translation>
    </message>
    <message>
        <source>End all sessions of the user</source>
        <translation>End all sessions of the user</translation>
    </message>
    <message>
        <source>%1 is logged out everywhere at once; this desk stays.</source>
        <translation>%1 is logged out everywhere at once; this desk stays.</translation>
    </message>
    <message>
        <source>Or&amp;ganisations</source>
        <translation>Or&amp;ganisations</translation>
    </message>
    <message>
        <source>Two a&amp;pprovals</source>
        <translation>Two a&amp;pprovals</translation>
    </message>
    <message>
        <source>Security a&amp;larms</source>
        <translation>Security a&amp;larms</translation>
    </message>
    <message>
        <source>Organisations</source>
        <translation>Organisations</translation>
    </message>
    <message>
        <source>Where two approvals are needed</source>
        <translation>Where two approvals are needed</translation>
    </message>
    <message>
        <source>Security alarms</source>
        <translation>Security alarms</translation>
    </message>
    <message>
        <source>Organi&amp;sation…</source>
        <translation>Organi&amp;sation…</translation>
    </message>
    <message>
        <source>End a&amp;ll of the user…</source>
        <translation>End a&amp;ll of the user…</translation>
    </message>
    <message>
        <source>&amp;Change…</source>
        <translation>&amp;Change…</translation>
    </message>
    <message>
        <source>&amp;History…</source>
        <translation>&amp;History…</translation>
    </message>
    <message>
        <source>Ac&amp;knowledge…</source>
        <translation>Ac&amp;knowledge…</translation>
    </message>
    <message>
        <source>Limit: at most %1 expected fatalities on the ground per flight</source>
        <translation>Limit: at most %1 expected fatalities on the ground per flight</translation>
    </message>
    <message>
        <source>Limit: at most %1 expected collisions per flight hour</source>
        <translation>Limit: at most %1 expected collisions per flight hour</translation>
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
    <name>haneul::access::ApprovalRulesForm</name>
    <message>
        <source>%1 has asked for what stands here; it holds when a second administrator asks for the same.</source>
        <translation>%1 has asked for what stands here; it holds when a second administrator asks for the same.</translation>
    </message>
    <message>
        <source>Two different people must approve:</source>
        <translation>Two different people must approve:</translation>
    </message>
    <message>
        <source>Plans that touch these &amp;zones (one id per line)</source>
        <translation>Plans that touch these &amp;zones (one id per line)</translation>
    </message>
    <message>
        <source>Plans of these &amp;risk classes (one per line)</source>
        <translation>Plans of these &amp;risk classes (one per line)</translation>
    </message>
    <message>
        <source>Where there is another administrator, a change holds only when a second one has asked for the same.</source>
        <translation>Where there is another administrator, a change holds only when a second one has asked for the same.</translation>
    </message>
    <message>
        <source>&amp;Every plan</source>
        <translation>&amp;Every plan</translation>
    </message>
    <message>
        <source>Where two approvals are needed</source>
        <translation>Where two approvals are needed</translation>
    </message>
    <message>
        <source>Sa&amp;ve</source>
        <translation>Sa&amp;ve</translation>
    </message>
    <message>
        <source>Most expected &amp;fatalities on the ground per flight (such as 1e-6; empty: no limit)</source>
        <translation>Most expected &amp;fatalities on the ground per flight (such as 1e-6; empty: no limit)</translation>
    </message>
    <message>
        <source>Most expected &amp;collisions per flight hour (such as 2.5e-9; empty: no limit)</source>
        <translation>Most expected &amp;collisions per flight hour (such as 2.5e-9; empty: no limit)</translation>
    </message>
    <message>
        <source>Risk classes by the ground risk: low up to a tenth of its limit, medium up to the limit, high above. Without a limit, or without data, a risk is not judged.</source>
        <translation>Risk classes by the ground risk: low up to a tenth of its limit, medium up to the limit, high above. Without a limit, or without data, a risk is not judged.</translation>
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
    <name>haneul::access::MembershipForm</name>
    <message>
        <source>(none)</source>
        <translation>(none)</translation>
    </message>
    <message>
        <source>A user belongs to one organisation at most. User: %1</source>
        <translation>A user belongs to one organisation at most. User: %1</translation>
    </message>
    <message>
        <source>&amp;Organisation</source>
        <translation>&amp;Organisation</translation>
    </message>
    <message>
        <source>Organisation of the user</source>
        <translation>Organisation of the user</translation>
    </message>
    <message>
        <source>Sa&amp;ve</source>
        <translation>Sa&amp;ve</translation>
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
    <name>haneul::access::OrganisationForm</name>
    <message>
        <source>&amp;Short name, such as sky-parcel; it stays</source>
        <translation>&amp;Short name, such as sky-parcel; it stays</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>Addr&amp;ess</source>
        <translation>Addr&amp;ess</translation>
    </message>
    <message>
        <source>C&amp;ontact</source>
        <translation>C&amp;ontact</translation>
    </message>
    <message>
        <source>E-&amp;mail</source>
        <translation>E-&amp;mail</translation>
    </message>
    <message>
        <source>&amp;Telephone</source>
        <translation>&amp;Telephone</translation>
    </message>
    <message>
        <source>Region where its &amp;data must stay</source>
        <translation>Region where its &amp;data must stay</translation>
    </message>
    <message>
        <source>&amp;Licences: kind, number, last day on which it is valid</source>
        <translation>&amp;Licences: kind, number, last day on which it is valid</translation>
    </message>
    <message>
        <source>&amp;Insurer (empty: not insured)</source>
        <translation>&amp;Insurer (empty: not insured)</translation>
    </message>
    <message>
        <source>Number of the &amp;policy</source>
        <translation>Number of the &amp;policy</translation>
    </message>
    <message>
        <source>S&amp;um insured</source>
        <translation>S&amp;um insured</translation>
    </message>
    <message>
        <source>Cu&amp;rrency</source>
        <translation>Cu&amp;rrency</translation>
    </message>
    <message>
        <source>Insured until the last da&amp;y, such as 2027-03-31</source>
        <translation>Insured until the last da&amp;y, such as 2027-03-31</translation>
    </message>
    <message>
        <source>Add an organisation</source>
        <translation>Add an organisation</translation>
    </message>
    <message>
        <source>Change the organisation</source>
        <translation>Change the organisation</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Add</translation>
    </message>
    <message>
        <source>Sa&amp;ve</source>
        <translation>Sa&amp;ve</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>Valid until</translation>
    </message>
    <message>
        <source>Add a licence</source>
        <translation>Add a licence</translation>
    </message>
    <message>
        <source>Remove the licence</source>
        <translation>Remove the licence</translation>
    </message>
    <message>
        <source>Licence %1 needs a kind and a number.</source>
        <translation>Licence %1 needs a kind and a number.</translation>
    </message>
    <message>
        <source>Licence %1: a day is written like 2027-03-31.</source>
        <translation>Licence %1: a day is written like 2027-03-31.</translation>
    </message>
    <message>
        <source>An insurance needs an insurer and the number of its policy.</source>
        <translation>An insurance needs an insurer and the number of its policy.</translation>
    </message>
    <message>
        <source>The sum insured is a whole number above 0.</source>
        <translation>The sum insured is a whole number above 0.</translation>
    </message>
    <message>
        <source>A currency is three capital letters, such as KRW.</source>
        <translation>A currency is three capital letters, such as KRW.</translation>
    </message>
    <message>
        <source>Insurance: a day is written like 2027-03-31.</source>
        <translation>Insurance: a day is written like 2027-03-31.</translation>
    </message>
    <message>
        <source>A region is a code of capital letters, such as KR.</source>
        <translation>A region is a code of capital letters, such as KR.</translation>
    </message>
</context>
<context>
    <name>haneul::access::OrganisationHistory</name>
    <message>
        <source>When</source>
        <translation>When</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Who</translation>
    </message>
    <message>
        <source>From where</source>
        <translation>From where</translation>
    </message>
    <message>
        <source>What</source>
        <translation>What</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Before</translation>
    </message>
    <message>
        <source>After</source>
        <translation>After</translation>
    </message>
    <message>
        <source>History of %1</source>
        <translation>History of %1</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Close</translation>
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
    <message>
        <source>Networks</source>
        <translation>Networks</translation>
    </message>
    <message>
        <source>Orders and missions</source>
        <translation>Orders and missions</translation>
    </message>
    <message>
        <source>Drone-diagram</source>
        <translation>Drone-diagram</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Profile</translation>
    </message>
    <message>
        <source>New diagram window</source>
        <translation>New diagram window</translation>
    </message>
    <message>
        <source>Show delivery networks</source>
        <translation>Show delivery networks</translation>
    </message>
    <message>
        <source>New network</source>
        <translation>New network</translation>
    </message>
    <message>
        <source>Change network</source>
        <translation>Change network</translation>
    </message>
    <message>
        <source>Save network</source>
        <translation>Save network</translation>
    </message>
    <message>
        <source>Discard draft</source>
        <translation>Discard draft</translation>
    </message>
    <message>
        <source>Look at the whole network</source>
        <translation>Look at the whole network</translation>
    </message>
    <message>
        <source>Select and move</source>
        <translation>Select and move</translation>
    </message>
    <message>
        <source>Add base points</source>
        <translation>Add base points</translation>
    </message>
    <message>
        <source>Add delivery points</source>
        <translation>Add delivery points</translation>
    </message>
    <message>
        <source>Draw links</source>
        <translation>Draw links</translation>
    </message>
    <message>
        <source>Link by its ends</source>
        <translation>Link by its ends</translation>
    </message>
    <message>
        <source>Insert waypoint</source>
        <translation>Insert waypoint</translation>
    </message>
    <message>
        <source>Delete chosen item</source>
        <translation>Delete chosen item</translation>
    </message>
    <message>
        <source>Verify link</source>
        <translation>Verify link</translation>
    </message>
    <message>
        <source>Withdraw verification</source>
        <translation>Withdraw verification</translation>
    </message>
    <message>
        <source>Import paths</source>
        <translation>Import paths</translation>
    </message>
    <message>
        <source>Export network</source>
        <translation>Export network</translation>
    </message>
    <message>
        <source>Delete network</source>
        <translation>Delete network</translation>
    </message>
    <message>
        <source>Diagram at now</source>
        <translation>Diagram at now</translation>
    </message>
    <message>
        <source>All missions of the diagram</source>
        <translation>All missions of the diagram</translation>
    </message>
    <message>
        <source>Diagram of the whole network</source>
        <translation>Diagram of the whole network</translation>
    </message>
    <message>
        <source>Diagram of the chosen missions</source>
        <translation>Diagram of the chosen missions</translation>
    </message>
    <message>
        <source>Diagram of the selected mission</source>
        <translation>Diagram of the selected mission</translation>
    </message>
    <message>
        <source>Add to the chosen missions or take away</source>
        <translation>Add to the chosen missions or take away</translation>
    </message>
    <message>
        <source>Detailed lines</source>
        <translation>Detailed lines</translation>
    </message>
    <message>
        <source>Occupancy of nodes and links</source>
        <translation>Occupancy of nodes and links</translation>
    </message>
    <message>
        <source>Base above and below</source>
        <translation>Base above and below</translation>
    </message>
    <message>
        <source>Row up</source>
        <translation>Row up</translation>
    </message>
    <message>
        <source>Row down</source>
        <translation>Row down</translation>
    </message>
    <message>
        <source>Move the start</source>
        <translation>Move the start</translation>
    </message>
    <message>
        <source>Type the start</source>
        <translation>Type the start</translation>
    </message>
    <message>
        <source>Print the diagram</source>
        <translation>Print the diagram</translation>
    </message>
    <message>
        <source>Export the diagram</source>
        <translation>Export the diagram</translation>
    </message>
    <message>
        <source>New order</source>
        <translation>New order</translation>
    </message>
    <message>
        <source>Dispatch orders</source>
        <translation>Dispatch orders</translation>
    </message>
    <message>
        <source>Cancel order</source>
        <translation>Cancel order</translation>
    </message>
    <message>
        <source>Book a mission</source>
        <translation>Book a mission</translation>
    </message>
    <message>
        <source>Assign a drone</source>
        <translation>Assign a drone</translation>
    </message>
    <message>
        <source>Another start</source>
        <translation>Another start</translation>
    </message>
    <message>
        <source>Next step of the mission</source>
        <translation>Next step of the mission</translation>
    </message>
    <message>
        <source>Hand over the mission</source>
        <translation>Hand over the mission</translation>
    </message>
    <message>
        <source>Cancel mission</source>
        <translation>Cancel mission</translation>
    </message>
    <message>
        <source>Take the proposed start</source>
        <translation>Take the proposed start</translation>
    </message>
    <message>
        <source>Filter missions</source>
        <translation>Filter missions</translation>
    </message>
    <message>
        <source>Heights above ground or sea level</source>
        <translation>Heights above ground or sea level</translation>
    </message>
    <message>
        <source>Load a recorded flight</source>
        <translation>Load a recorded flight</translation>
    </message>
    <message>
        <source>Export the profile</source>
        <translation>Export the profile</translation>
    </message>
    <message>
        <source>Print the profile</source>
        <translation>Print the profile</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Orders</translation>
    </message>
    <message>
        <source>Missions</source>
        <translation>Missions</translation>
    </message>
    <message>
        <source>Add moving base</source>
        <translation>Add moving base</translation>
    </message>
    <message>
        <source>Add stay of a moving base</source>
        <translation>Add stay of a moving base</translation>
    </message>
    <message>
        <source>Declare crossing of links</source>
        <translation>Declare crossing of links</translation>
    </message>
    <message>
        <source>Take all proposals</source>
        <translation>Take all proposals</translation>
    </message>
    <message>
        <source>Notice centre</source>
        <translation>Notice centre</translation>
    </message>
    <message>
        <source>Fleet readiness</source>
        <translation>Fleet readiness</translation>
    </message>
    <message>
        <source>Filter the fleet</source>
        <translation>Filter the fleet</translation>
    </message>
    <message>
        <source>Edit the drone</source>
        <translation>Edit the drone</translation>
    </message>
    <message>
        <source>Edit the battery</source>
        <translation>Edit the battery</translation>
    </message>
    <message>
        <source>Edit the pilot</source>
        <translation>Edit the pilot</translation>
    </message>
    <message>
        <source>Edit the type of the drone</source>
        <translation>Edit the type of the drone</translation>
    </message>
    <message>
        <source>New drone</source>
        <translation>New drone</translation>
    </message>
    <message>
        <source>New battery</source>
        <translation>New battery</translation>
    </message>
    <message>
        <source>New pilot</source>
        <translation>New pilot</translation>
    </message>
    <message>
        <source>Record maintenance</source>
        <translation>Record maintenance</translation>
    </message>
    <message>
        <source>Answer for what is not ready</source>
        <translation>Answer for what is not ready</translation>
    </message>
    <message>
        <source>History of the drone</source>
        <translation>History of the drone</translation>
    </message>
    <message>
        <source>Retire the drone, or take it back</source>
        <translation>Retire the drone, or take it back</translation>
    </message>
    <message>
        <source>Fleet</source>
        <translation>Fleet</translation>
    </message>
    <message>
        <source>Airspace</source>
        <translation>Airspace</translation>
    </message>
    <message>
        <source>Approval desk</source>
        <translation>Approval desk</translation>
    </message>
    <message>
        <source>Channels of notices</source>
        <translation>Channels of notices</translation>
    </message>
    <message>
        <source>Show airspace zones</source>
        <translation>Show airspace zones</translation>
    </message>
    <message>
        <source>Show flight plans</source>
        <translation>Show flight plans</translation>
    </message>
    <message>
        <source>Rules of readiness</source>
        <translation>Rules of readiness</translation>
    </message>
    <message>
        <source>Payloads</source>
        <translation>Payloads</translation>
    </message>
    <message>
        <source>Queue of the approval desk</source>
        <translation>Queue of the approval desk</translation>
    </message>
    <message>
        <source>Filter flight plans</source>
        <translation>Filter flight plans</translation>
    </message>
    <message>
        <source>Next flight plan</source>
        <translation>Next flight plan</translation>
    </message>
    <message>
        <source>Previous flight plan</source>
        <translation>Previous flight plan</translation>
    </message>
    <message>
        <source>Next view of the flight plan</source>
        <translation>Next view of the flight plan</translation>
    </message>
    <message>
        <source>Flight plan on the map</source>
        <translation>Flight plan on the map</translation>
    </message>
    <message>
        <source>Approve the flight plan</source>
        <translation>Approve the flight plan</translation>
    </message>
    <message>
        <source>Return the flight plan</source>
        <translation>Return the flight plan</translation>
    </message>
    <message>
        <source>Reject the flight plan</source>
        <translation>Reject the flight plan</translation>
    </message>
    <message>
        <source>Revoke the approval</source>
        <translation>Revoke the approval</translation>
    </message>
    <message>
        <source>Withdraw the flight plan</source>
        <translation>Withdraw the flight plan</translation>
    </message>
    <message>
        <source>Look for proposals</source>
        <translation>Look for proposals</translation>
    </message>
    <message>
        <source>Use the proposal</source>
        <translation>Use the proposal</translation>
    </message>
    <message>
        <source>Decision sheet</source>
        <translation>Decision sheet</translation>
    </message>
    <message>
        <source>New flight plan</source>
        <translation>New flight plan</translation>
    </message>
    <message>
        <source>Edit the flight plan</source>
        <translation>Edit the flight plan</translation>
    </message>
    <message>
        <source>Flight plan of a mission</source>
        <translation>Flight plan of a mission</translation>
    </message>
    <message>
        <source>Submit the flight plan</source>
        <translation>Submit the flight plan</translation>
    </message>
    <message>
        <source>Begin the flight</source>
        <translation>Begin the flight</translation>
    </message>
    <message>
        <source>End the flight</source>
        <translation>End the flight</translation>
    </message>
    <message>
        <source>Filter the zones</source>
        <translation>Filter the zones</translation>
    </message>
    <message>
        <source>New zone</source>
        <translation>New zone</translation>
    </message>
    <message>
        <source>Change zone</source>
        <translation>Change zone</translation>
    </message>
    <message>
        <source>Look at the whole zone</source>
        <translation>Look at the whole zone</translation>
    </message>
    <message>
        <source>Select and move corners</source>
        <translation>Select and move corners</translation>
    </message>
    <message>
        <source>Draw polygon</source>
        <translation>Draw polygon</translation>
    </message>
    <message>
        <source>Draw circle</source>
        <translation>Draw circle</translation>
    </message>
    <message>
        <source>What would this hit</source>
        <translation>What would this hit</translation>
    </message>
    <message>
        <source>Publish zone</source>
        <translation>Publish zone</translation>
    </message>
    <message>
        <source>Discard zone draft</source>
        <translation>Discard zone draft</translation>
    </message>
    <message>
        <source>Withdraw zone</source>
        <translation>Withdraw zone</translation>
    </message>
    <message>
        <source>Import zones</source>
        <translation>Import zones</translation>
    </message>
    <message>
        <source>Export zones</source>
        <translation>Export zones</translation>
    </message>
    <message>
        <source>Flight plans</source>
        <translation>Flight plans</translation>
    </message>
    <message>
        <source>Capacity</source>
        <translation>Capacity</translation>
    </message>
    <message>
        <source>Ground data</source>
        <translation>Ground data</translation>
    </message>
    <message>
        <source>Paths</source>
        <translation>Paths</translation>
    </message>
    <message>
        <source>Ground risk</source>
        <translation>Ground risk</translation>
    </message>
    <message>
        <source>Collision risk</source>
        <translation>Collision risk</translation>
    </message>
    <message>
        <source>Approval</source>
        <translation>Approval</translation>
    </message>
    <message>
        <source>Risk studio</source>
        <translation>Risk studio</translation>
    </message>
    <message>
        <source>Show the ground-risk map</source>
        <translation>Show the ground-risk map</translation>
    </message>
    <message>
        <source>Pick the places of a path</source>
        <translation>Pick the places of a path</translation>
    </message>
    <message>
        <source>Find paths or stop</source>
        <translation>Find paths or stop</translation>
    </message>
    <message>
        <source>Path on the map</source>
        <translation>Path on the map</translation>
    </message>
    <message>
        <source>Check the path</source>
        <translation>Check the path</translation>
    </message>
    <message>
        <source>Use the path as plan route</source>
        <translation>Use the path as plan route</translation>
    </message>
    <message>
        <source>Compute ground risk or stop</source>
        <translation>Compute ground risk or stop</translation>
    </message>
    <message>
        <source>Ground risk of the map view</source>
        <translation>Ground risk of the map view</translation>
    </message>
    <message>
        <source>Ground risk A on the map</source>
        <translation>Ground risk A on the map</translation>
    </message>
    <message>
        <source>Ground risk B on the map</source>
        <translation>Ground risk B on the map</translation>
    </message>
    <message>
        <source>Open ground-risk study</source>
        <translation>Open ground-risk study</translation>
    </message>
    <message>
        <source>Save ground-risk study</source>
        <translation>Save ground-risk study</translation>
    </message>
    <message>
        <source>Export ground-risk study</source>
        <translation>Export ground-risk study</translation>
    </message>
    <message>
        <source>Flight plans in the diagram</source>
        <translation>Flight plans in the diagram</translation>
    </message>
    <message>
        <source>Buildings in 3D</source>
        <translation>Buildings in 3D</translation>
    </message>
    <message>
        <source>Terrain in 3D</source>
        <translation>Terrain in 3D</translation>
    </message>
    <message>
        <source>Import ground data</source>
        <translation>Import ground data</translation>
    </message>
    <message>
        <source>Synthetic city</source>
        <translation>Synthetic city</translation>
    </message>
    <message>
        <source>Retire a dataset</source>
        <translation>Retire a dataset</translation>
    </message>
    <message>
        <source>Flight plan in 3D</source>
        <translation>Flight plan in 3D</translation>
    </message>
    <message>
        <source>Flight plan in the drone-diagram</source>
        <translation>Flight plan in the drone-diagram</translation>
    </message>
    <message>
        <source>Go to the capacity limits</source>
        <translation>Go to the capacity limits</translation>
    </message>
    <message>
        <source>New capacity limit</source>
        <translation>New capacity limit</translation>
    </message>
    <message>
        <source>Change the capacity limit</source>
        <translation>Change the capacity limit</translation>
    </message>
    <message>
        <source>Retire the capacity limit</source>
        <translation>Retire the capacity limit</translation>
    </message>
    <message>
        <source>Draw hole</source>
        <translation>Draw hole</translation>
    </message>
    <message>
        <source>Saved studies of collision risk</source>
        <translation>Saved studies of collision risk</translation>
    </message>
    <message>
        <source>Save the study of collision risk</source>
        <translation>Save the study of collision risk</translation>
    </message>
    <message>
        <source>Collision risk as PDF</source>
        <translation>Collision risk as PDF</translation>
    </message>
    <message>
        <source>Preset from recorded traffic</source>
        <translation>Preset from recorded traffic</translation>
    </message>
    <message>
        <source>Own preset of the Reich model</source>
        <translation>Own preset of the Reich model</translation>
    </message>
    <message>
        <source>Own overlap table</source>
        <translation>Own overlap table</translation>
    </message>
    <message>
        <source>Scenarios of collision risk</source>
        <translation>Scenarios of collision risk</translation>
    </message>
    <message>
        <source>Distances of collision risk</source>
        <translation>Distances of collision risk</translation>
    </message>
    <message>
        <source>Obstacles beside the routes</source>
        <translation>Obstacles beside the routes</translation>
    </message>
    <message>
        <source>Next view of collision risk</source>
        <translation>Next view of collision risk</translation>
    </message>
    <message>
        <source>Studies</source>
        <translation>Studies</translation>
    </message>
    <message>
        <source>Open study of paths</source>
        <translation>Open study of paths</translation>
    </message>
    <message>
        <source>Save study of paths</source>
        <translation>Save study of paths</translation>
    </message>
    <message>
        <source>Export study of paths</source>
        <translation>Export study of paths</translation>
    </message>
    <message>
        <source>Clear the paths</source>
        <translation>Clear the paths</translation>
    </message>
    <message>
        <source>Conflicts in 3D</source>
        <translation>Conflicts in 3D</translation>
    </message>
    <message>
        <source>Obstacles from the city</source>
        <translation>Obstacles from the city</translation>
    </message>
    <message>
        <source>Path in 3D</source>
        <translation>Path in 3D</translation>
    </message>
    <message>
        <source>New type of drone</source>
        <translation>New type of drone</translation>
    </message>
</context>
<context>
    <name>haneul::airspace::AuthorityTable</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>Web page</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>Purpose</translation>
    </message>
    <message>
        <source>Notice before</source>
        <translation>Notice before</translation>
    </message>
    <message>
        <source>AUTHORIZATION, NOTIFICATION, INFORMATION, or nothing</source>
        <translation>AUTHORIZATION, NOTIFICATION, INFORMATION, or nothing</translation>
    </message>
    <message>
        <source>a duration of ISO 8601 such as P3D or PT12H, or nothing</source>
        <translation>a duration of ISO 8601 such as P3D or PT12H, or nothing</translation>
    </message>
    <message>
        <source>at most 200 bytes</source>
        <translation>at most 200 bytes</translation>
    </message>
</context>
<context>
    <name>haneul::airspace::ImportDialog</name>
    <message>
        <source>%1 (%2 findings)</source>
        <translation>%1 (%2 findings)</translation>
    </message>
    <message>
        <source>&amp;Read again</source>
        <translation>&amp;Read again</translation>
    </message>
    <message>
        <source>Import zones from %1</source>
        <translation>Import zones from %1</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Outcome</translation>
    </message>
    <message>
        <source>Zone</source>
        <translation>Zone</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Where</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Finding</translation>
    </message>
    <message>
        <source>Features of the file</source>
        <translation>Features of the file</translation>
    </message>
    <message>
        <source>as the file says</source>
        <translation>as the file says</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>no limit</translation>
    </message>
    <message>
        <source>Only what is sound</source>
        <translation>Only what is sound</translation>
    </message>
    <message>
        <source>What is sound, and what is in quarantine: I have looked at it</source>
        <translation>What is sound, and what is in quarantine: I have looked at it</translation>
    </message>
    <message>
        <source>All of it, or nothing</source>
        <translation>All of it, or nothing</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>What areas ask of a flight where the file does not say it (GeoJSON, KML)</source>
        <translation>What areas ask of a flight where the file does not say it (GeoJSON, KML)</translation>
    </message>
    <message>
        <source>&amp;Country</source>
        <translation>&amp;Country</translation>
    </message>
    <message>
        <source>&amp;Type</source>
        <translation>&amp;Type</translation>
    </message>
    <message>
        <source>&amp;Up to (m AGL)</source>
        <translation>&amp;Up to (m AGL)</translation>
    </message>
    <message>
        <source>T&amp;ake</source>
        <translation>T&amp;ake</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>Reading …</translation>
    </message>
    <message>
        <source>%1: %2 sound, %3 in quarantine, %4 refused.</source>
        <translation>%1: %2 sound, %3 in quarantine, %4 refused.</translation>
    </message>
    <message numerus="yes">
        <source>It takes back %n zone(s).</source>
        <translation>
            <numerusform>It takes back %n zone.</numerusform>
            <numerusform>It takes back %n zones.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not every feature is sound, so nothing would be taken.</source>
        <translation>Not every feature is sound, so nothing would be taken.</translation>
    </message>
    <message>
        <source>There is nothing in the file that this choice would take.</source>
        <translation>There is nothing in the file that this choice would take.</translation>
    </message>
    <message>
        <source>Imported from %1: %2 new, %3 changed, %4 as before, %5 withdrawn</source>
        <translation>Imported from %1: %2 new, %3 changed, %4 as before, %5 withdrawn</translation>
    </message>
    <message>
        <source>What is checked in the list</source>
        <translation>What is checked in the list</translation>
    </message>
    <message>
        <source>%1 of %2 features are taken.</source>
        <translation>%1 of %2 features are taken.</translation>
    </message>
</context>
<context>
    <name>haneul::airspace::PeriodTable</name>
    <message>
        <source>all of the time</source>
        <translation>all of the time</translation>
    </message>
    <message>
        <source>any</source>
        <translation>any</translation>
    </message>
    <message>
        <source>From (UTC)</source>
        <translation>From (UTC)</translation>
    </message>
    <message>
        <source>Until (UTC)</source>
        <translation>Until (UTC)</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Days</translation>
    </message>
    <message>
        <source>Daily from</source>
        <translation>Daily from</translation>
    </message>
    <message>
        <source>Daily until</source>
        <translation>Daily until</translation>
    </message>
    <message>
        <source>a UTC time such as 2026-11-21 10:05, or nothing for no limit</source>
        <translation>a UTC time such as 2026-11-21 10:05, or nothing for no limit</translation>
    </message>
    <message>
        <source>days such as MON-FRI, SUN, or nothing for any day</source>
        <translation>days such as MON-FRI, SUN, or nothing for any day</translation>
    </message>
    <message>
        <source>a time of day such as 22:00 (UTC) or 22:00+09:00, or BMCT, SR, SS, EECT</source>
        <translation>a time of day such as 22:00 (UTC) or 22:00+09:00, or BMCT, SR, SS, EECT</translation>
    </message>
</context>
<context>
    <name>haneul::airspace::PointTable</name>
    <message>
        <source>Latitude</source>
        <translation>Latitude</translation>
    </message>
    <message>
        <source>Longitude</source>
        <translation>Longitude</translation>
    </message>
    <message>
        <source>To the next</source>
        <translation>To the next</translation>
    </message>
    <message>
        <source>a latitude: 37.5665, 37.5665N or 37 33 59.4 N</source>
        <translation>a latitude: 37.5665, 37.5665N or 37 33 59.4 N</translation>
    </message>
    <message>
        <source>a longitude: 126.978, 126.978E or 126 58 40.8 E</source>
        <translation>a longitude: 126.978, 126.978E or 126 58 40.8 E</translation>
    </message>
</context>
<context>
    <name>haneul::airspace::PublishDialog</name>
    <message>
        <source>Publish a change of %1</source>
        <translation>Publish a change of %1</translation>
    </message>
    <message>
        <source>Publish %1</source>
        <translation>Publish %1</translation>
    </message>
    <message>
        <source>Hit</source>
        <translation>Hit</translation>
    </message>
    <message>
        <source>What</source>
        <translation>What</translation>
    </message>
    <message>
        <source>Which</source>
        <translation>Which</translation>
    </message>
    <message>
        <source>Why not certain</source>
        <translation>Why not certain</translation>
    </message>
    <message>
        <source>Perhaps</source>
        <translation>Perhaps</translation>
    </message>
    <message>
        <source>Node of a network</source>
        <translation>Node of a network</translation>
    </message>
    <message>
        <source>What the zone would hit</source>
        <translation>What the zone would hit</translation>
    </message>
    <message>
        <source>Asking what it would hit …</source>
        <translation>Asking what it would hit …</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>Publish</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>It is not known what it would hit:</source>
        <translation>It is not known what it would hit:</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>It would hit no flight plan, mission or node that is in use.</source>
        <translation>It would hit no flight plan, mission or node that is in use.</translation>
    </message>
    <message numerus="yes">
        <source>▲ It would hit %n thing(s) in use:</source>
        <translation>
            <numerusform>▲ It would hit %n thing in use:</numerusform>
            <numerusform>▲ It would hit %n things in use:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>haneul::airspace::WithdrawDialog</name>
    <message>
        <source>Withdraw %1</source>
        <translation>Withdraw %1</translation>
    </message>
    <message>
        <source>%1 will no longer be in force: checks of flight plans pass over it from now on. Why? The reason goes into the log.</source>
        <translation>%1 will no longer be in force: checks of flight plans pass over it from now on. Why? The reason goes into the log.</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Withdraw</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>haneul::airspace::ZoneDetails</name>
    <message>
        <source>ground</source>
        <translation>ground</translation>
    </message>
    <message>
        <source>no upper limit</source>
        <translation>no upper limit</translation>
    </message>
    <message>
        <source>above ground (AGL)</source>
        <translation>above ground (AGL)</translation>
    </message>
    <message>
        <source>above mean sea level (AMSL)</source>
        <translation>above mean sea level (AMSL)</translation>
    </message>
    <message>
        <source>above the ellipsoid (W84)</source>
        <translation>above the ellipsoid (W84)</translation>
    </message>
    <message>
        <source>%1 m (%2 ft) %3</source>
        <translation>%1 m (%2 ft) %3</translation>
    </message>
    <message>
        <source>%1 before</source>
        <translation>%1 before</translation>
    </message>
    <message>
        <source>not named</source>
        <translation>not named</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Now</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Conditions</source>
        <translation>Conditions</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Message</translation>
    </message>
    <message>
        <source>U-space class</source>
        <translation>U-space class</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Volume</translation>
    </message>
    <message>
        <source>Volume %1</source>
        <translation>Volume %1</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>from %1</translation>
    </message>
    <message>
        <source>to %1</source>
        <translation>to %1</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Times</translation>
    </message>
    <message>
        <source>Authority</source>
        <translation>Authority</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Published</translation>
    </message>
    <message>
        <source>revision %1, %2Z, %3</source>
        <translation>revision %1, %2Z, %3</translation>
    </message>
</context>
<context>
    <name>haneul::airspace::ZoneForm</name>
    <message>
        <source>Not taken. It accepts %1.</source>
        <translation>Not taken. It accepts %1.</translation>
    </message>
    <message>
        <source>Not taken: the text is too long, or not in the form that is wanted.</source>
        <translation>Not taken: the text is too long, or not in the form that is wanted.</translation>
    </message>
    <message>
        <source>A polygon has at least three corners.</source>
        <translation>A polygon has at least three corners.</translation>
    </message>
    <message>
        <source>Zone</source>
        <translation>Zone</translation>
    </message>
    <message>
        <source>Volumes</source>
        <translation>Volumes</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Times</translation>
    </message>
    <message>
        <source>Authority</source>
        <translation>Authority</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>&amp;Identifier</source>
        <translation>&amp;Identifier</translation>
    </message>
    <message>
        <source>&amp;Country</source>
        <translation>&amp;Country</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Type</source>
        <translation>&amp;Type</translation>
    </message>
    <message>
        <source>Con&amp;ditions</source>
        <translation>Con&amp;ditions</translation>
    </message>
    <message>
        <source>&amp;Message</source>
        <translation>&amp;Message</translation>
    </message>
    <message>
        <source>&amp;Other reason</source>
        <translation>&amp;Other reason</translation>
    </message>
    <message>
        <source>Reasons</source>
        <translation>Reasons</translation>
    </message>
    <message>
        <source>Add &amp;polygon</source>
        <translation>Add &amp;polygon</translation>
    </message>
    <message>
        <source>Add circ&amp;le</source>
        <translation>Add circ&amp;le</translation>
    </message>
    <message>
        <source>Delete &amp;volume</source>
        <translation>Delete &amp;volume</translation>
    </message>
    <message>
        <source>Volume in hand</source>
        <translation>Volume in hand</translation>
    </message>
    <message>
        <source>&amp;Radius (m)</source>
        <translation>&amp;Radius (m)</translation>
    </message>
    <message>
        <source>Insert c&amp;orner</source>
        <translation>Insert c&amp;orner</translation>
    </message>
    <message>
        <source>&amp;Delete corner</source>
        <translation>&amp;Delete corner</translation>
    </message>
    <message>
        <source>Corners of the volume</source>
        <translation>Corners of the volume</translation>
    </message>
    <message>
        <source>Without a period the zone is active at all times. A daily time whose end is not after its beginning ends on the next day: 22:00 to 02:00 runs past midnight. Times without an offset are UTC.</source>
        <translation>Without a period the zone is active at all times. A daily time whose end is not after its beginning ends on the next day: 22:00 to 02:00 runs past midnight. Times without an offset are UTC.</translation>
    </message>
    <message>
        <source>Add &amp;period</source>
        <translation>Add &amp;period</translation>
    </message>
    <message>
        <source>Add d&amp;aily time</source>
        <translation>Add d&amp;aily time</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Delete</translation>
    </message>
    <message>
        <source>Times of the zone</source>
        <translation>Times of the zone</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Add</translation>
    </message>
    <message>
        <source>Authorities</source>
        <translation>Authorities</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Findings</translation>
    </message>
    <message>
        <source>What the zone would hit</source>
        <translation>What the zone would hit</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Finding</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Where</translation>
    </message>
    <message>
        <source>What it means</source>
        <translation>What it means</translation>
    </message>
    <message>
        <source>Hit</source>
        <translation>Hit</translation>
    </message>
    <message>
        <source>What</source>
        <translation>What</translation>
    </message>
    <message>
        <source>Which</source>
        <translation>Which</translation>
    </message>
    <message>
        <source>Why not certain</source>
        <translation>Why not certain</translation>
    </message>
    <message>
        <source>Volume %1</source>
        <translation>Volume %1</translation>
    </message>
    <message>
        <source>, upper limit</source>
        <translation>, upper limit</translation>
    </message>
    <message>
        <source>Perhaps</source>
        <translation>Perhaps</translation>
    </message>
    <message>
        <source>Node of a network</source>
        <translation>Node of a network</translation>
    </message>
    <message>
        <source>&amp;Lower limit</source>
        <translation>&amp;Lower limit</translation>
    </message>
    <message>
        <source>&amp;Upper limit</source>
        <translation>&amp;Upper limit</translation>
    </message>
    <message>
        <source>Ground</source>
        <translation>Ground</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>No limit</translation>
    </message>
    <message>
        <source>Counted from</source>
        <translation>Counted from</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>The zone has changed since: ask again what it would hit.</source>
        <translation>The zone has changed since: ask again what it would hit.</translation>
    </message>
    <message>
        <source>Not asked yet what it would hit.</source>
        <translation>Not asked yet what it would hit.</translation>
    </message>
    <message>
        <source>Volume %1: %2</source>
        <translation>Volume %1: %2</translation>
    </message>
    <message>
        <source>No volume yet</source>
        <translation>No volume yet</translation>
    </message>
    <message numerus="yes">
        <source>▲ It cannot be published: %n error(s).</source>
        <translation>
            <numerusform>▲ It cannot be published: %n error.</numerusform>
            <numerusform>▲ It cannot be published: %n errors.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>◆ It can be published, but look at it: %n doubtful thing(s).</source>
        <translation>
            <numerusform>◆ It can be published, but look at it: %n doubtful thing.</numerusform>
            <numerusform>◆ It can be published, but look at it: %n doubtful things.</numerusform>
        </translation>
    </message>
    <message>
        <source>It can be published.</source>
        <translation>It can be published.</translation>
    </message>
    <message>
        <source>▲ Check (%1)</source>
        <translation>▲ Check (%1)</translation>
    </message>
    <message>
        <source>◆ Check (%1)</source>
        <translation>◆ Check (%1)</translation>
    </message>
    <message>
        <source>Not taken. It accepts a height as a number.</source>
        <translation>Not taken. It accepts a height as a number.</translation>
    </message>
    <message>
        <source>Not taken. It accepts a radius of at least 1 m.</source>
        <translation>Not taken. It accepts a radius of at least 1 m.</translation>
    </message>
    <message>
        <source>Asking what it would hit …</source>
        <translation>Asking what it would hit …</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>It would hit no flight plan, mission or node that is in use.</source>
        <translation>It would hit no flight plan, mission or node that is in use.</translation>
    </message>
    <message>
        <source>It would hit %1, and perhaps %2 more that cannot be judged.</source>
        <translation>It would hit %1, and perhaps %2 more that cannot be judged.</translation>
    </message>
</context>
<context>
    <name>haneul::airspace::ZoneLegend</name>
    <message>
        <source>Airspace zones</source>
        <translation>Airspace zones</translation>
    </message>
    <message>
        <source>U-space, no restriction</source>
        <translation>U-space, no restriction</translation>
    </message>
    <message>
        <source>Not active now</source>
        <translation>Not active now</translation>
    </message>
    <message>
        <source>Not judged whether it is active</source>
        <translation>Not judged whether it is active</translation>
    </message>
</context>
<context>
    <name>haneul::airspace::ZoneModel</name>
    <message>
        <source>Zone</source>
        <translation>Zone</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Now</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Limits</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Times</translation>
    </message>
    <message>
        <source>Authority</source>
        <translation>Authority</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Published</translation>
    </message>
    <message>
        <source>Rev.</source>
        <translation>Rev.</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 and %2 more</translation>
    </message>
</context>
<context>
    <name>haneul::airspace::ZoneOverlay</name>
    <message>
        <source>draft</source>
        <translation>draft</translation>
    </message>
    <message>
        <source>radius %1</source>
        <translation>radius %1</translation>
    </message>
</context>
<context>
    <name>haneul::airspace::ZonePanel</name>
    <message>
        <source>Filter: zone, name, type, limits, authority</source>
        <translation>Filter: zone, name, type, limits, authority</translation>
    </message>
    <message>
        <source>Filter of the zones</source>
        <translation>Filter of the zones</translation>
    </message>
    <message>
        <source>All types</source>
        <translation>All types</translation>
    </message>
    <message>
        <source>Type of zone</source>
        <translation>Type of zone</translation>
    </message>
    <message>
        <source>Only &amp;active now</source>
        <translation>Only &amp;active now</translation>
    </message>
    <message>
        <source>Zones</source>
        <translation>Zones</translation>
    </message>
    <message>
        <source>The chosen zone</source>
        <translation>The chosen zone</translation>
    </message>
    <message>
        <source>No zone is published: draw one, or import a file.</source>
        <translation>No zone is published: draw one, or import a file.</translation>
    </message>
    <message>
        <source>%1 zones, %2 active now</source>
        <translation>%1 zones, %2 active now</translation>
    </message>
    <message>
        <source>Choose a zone in the list or on a map to see all about it.</source>
        <translation>Choose a zone in the list or on a map to see all about it.</translation>
    </message>
    <message>
        <source>Draft of %1, on revision %2: not in force yet.</source>
        <translation>Draft of %1, on revision %2: not in force yet.</translation>
    </message>
    <message>
        <source>New zone %1: not in force yet.</source>
        <translation>New zone %1: not in force yet.</translation>
    </message>
    <message>
        <source>Publishing %1 …</source>
        <translation>Publishing %1 …</translation>
    </message>
    <message>
        <source>You may not change it: the scope zone.write is wanted.</source>
        <translation>You may not change it: the scope zone.write is wanted.</translation>
    </message>
    <message>
        <source>%1 is in force as revision %2</source>
        <translation>%1 is in force as revision %2</translation>
    </message>
    <message>
        <source>Published by somebody else</source>
        <translation>Published by somebody else</translation>
    </message>
    <message>
        <source>%1 has published revision %2 of this zone while this draft was on revision %3.</source>
        <translation>%1 has published revision %2 of this zone while this draft was on revision %3.</translation>
    </message>
    <message>
        <source>The zone was withdrawn while it was being changed.</source>
        <translation>The zone was withdrawn while it was being changed.</translation>
    </message>
    <message>
        <source>Publish this draft over it</source>
        <translation>Publish this draft over it</translation>
    </message>
    <message>
        <source>Discard this draft</source>
        <translation>Discard this draft</translation>
    </message>
    <message>
        <source>Go on drafting</source>
        <translation>Go on drafting</translation>
    </message>
    <message>
        <source>Discard draft</source>
        <translation>Discard draft</translation>
    </message>
    <message>
        <source>Everything that was drawn and typed since it was begun will be lost.</source>
        <translation>Everything that was drawn and typed since it was begun will be lost.</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Discard</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Keep</translation>
    </message>
    <message>
        <source>%1 is withdrawn</source>
        <translation>%1 is withdrawn</translation>
    </message>
    <message>
        <source>Import zones</source>
        <translation>Import zones</translation>
    </message>
    <message>
        <source>Zones (%1)</source>
        <translation>Zones (%1)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>All files (*)</translation>
    </message>
    <message>
        <source>✖ %1 cannot be read: %2</source>
        <translation>✖ %1 cannot be read: %2</translation>
    </message>
    <message>
        <source>Export what the list shows as ED-318</source>
        <translation>Export what the list shows as ED-318</translation>
    </message>
    <message>
        <source>✖ %1 cannot be written: %2</source>
        <translation>✖ %1 cannot be written: %2</translation>
    </message>
    <message>
        <source>%1 zones written to %2</source>
        <translation>%1 zones written to %2</translation>
    </message>
    <message>
        <source>%1 zones written to %2; ED-318 cannot say everything, %3 texts were cut or left out</source>
        <translation>%1 zones written to %2; ED-318 cannot say everything, %3 texts were cut or left out</translation>
    </message>
</context>
<context>
    <name>haneul::airspace::ZoneTool</name>
    <message>
        <source>Polygon: click its corners. Return: pointer or middle. Backspace: one back. Esc: end</source>
        <translation>Polygon: click its corners. Return: pointer or middle. Backspace: one back. Esc: end</translation>
    </message>
    <message>
        <source>Polygon: a double click, the first corner or Ctrl+Return closes it. Ctrl: whole metres, 15°</source>
        <translation>Polygon: a double click, the first corner or Ctrl+Return closes it. Ctrl: whole metres, 15°</translation>
    </message>
    <message>
        <source>Circle: click its rim. Ctrl: tens of metres. Esc: back</source>
        <translation>Circle: click its rim. Ctrl: tens of metres. Esc: back</translation>
    </message>
    <message>
        <source>Circle: click its centre, or drag from centre to rim. Esc: end</source>
        <translation>Circle: click its centre, or drag from centre to rim. Esc: end</translation>
    </message>
    <message>
        <source>Hole: only a volume with corners has one. Esc: end</source>
        <translation>Hole: only a volume with corners has one. Esc: end</translation>
    </message>
    <message>
        <source>Hole: click its corners inside the volume in hand. Backspace: one back. Esc: end</source>
        <translation>Hole: click its corners inside the volume in hand. Backspace: one back. Esc: end</translation>
    </message>
    <message>
        <source>Hole: a double click, the first corner or Ctrl+Return closes it. Ctrl: whole metres, 15°</source>
        <translation>Hole: a double click, the first corner or Ctrl+Return closes it. Ctrl: whole metres, 15°</translation>
    </message>
</context>
<context>
    <name>haneul::airspace::ZoneWords</name>
    <message>
        <source>The area is not sound: at least three corners, no border that crosses itself, a radius above 0.</source>
        <translation>The area is not sound: at least three corners, no border that crosses itself, a radius above 0.</translation>
    </message>
    <message>
        <source>The upper limit must be above the lower one, and above the ground.</source>
        <translation>The upper limit must be above the lower one, and above the ground.</translation>
    </message>
    <message>
        <source>The end must be after the beginning.</source>
        <translation>The end must be after the beginning.</translation>
    </message>
    <message>
        <source>The zone has no volume: draw a polygon or a circle, or type one.</source>
        <translation>The zone has no volume: draw a polygon or a circle, or type one.</translation>
    </message>
    <message>
        <source>An identifier of 1 to 40 characters is wanted, such as &quot;P73&quot;.</source>
        <translation>An identifier of 1 to 40 characters is wanted, such as &quot;P73&quot;.</translation>
    </message>
    <message>
        <source>A country code of three letters is wanted, such as &quot;KOR&quot;.</source>
        <translation>A country code of three letters is wanted, such as &quot;KOR&quot;.</translation>
    </message>
    <message>
        <source>A time of day is 00:00 to 24:00, at most 18 h and whole minutes from UTC.</source>
        <translation>A time of day is 00:00 to 24:00, at most 18 h and whole minutes from UTC.</translation>
    </message>
    <message>
        <source>There are too many of them for one zone.</source>
        <translation>There are too many of them for one zone.</translation>
    </message>
    <message>
        <source>There is a zone with this country and identifier: edit that one, or take another identifier.</source>
        <translation>There is a zone with this country and identifier: edit that one, or take another identifier.</translation>
    </message>
    <message>
        <source>The limits have different references and may be exchanged.</source>
        <translation>The limits have different references and may be exchanged.</translation>
    </message>
    <message>
        <source>This is not a height of a zone: above 30 km, or deep below the sea. Perhaps the unit is another one.</source>
        <translation>This is not a height of a zone: above 30 km, or deep below the sea. Perhaps the unit is another one.</translation>
    </message>
    <message>
        <source>The area is less than 1 m across.</source>
        <translation>The area is less than 1 m across.</translation>
    </message>
    <message>
        <source>The area is more than 2,000 km across.</source>
        <translation>The area is more than 2,000 km across.</translation>
    </message>
    <message>
        <source>Longer than the 7 characters that ED-318 has for an identifier.</source>
        <translation>Longer than the 7 characters that ED-318 has for an identifier.</translation>
    </message>
    <message>
        <source>Nobody is named who could answer for the zone.</source>
        <translation>Nobody is named who could answer for the zone.</translation>
    </message>
    <message>
        <source>The zone has no name.</source>
        <translation>The zone has no name.</translation>
    </message>
    <message>
        <source>An earlier feature of the file has the same country and identifier.</source>
        <translation>An earlier feature of the file has the same country and identifier.</translation>
    </message>
    <message>
        <source>The file does not say what this area asks of a flight; it has the type and limits chosen here.</source>
        <translation>The file does not say what this area asks of a flight; it has the type and limits chosen here.</translation>
    </message>
    <message>
        <source>The file does not say what this area asks of a flight: choose type and limits for such areas to take it.</source>
        <translation>The file does not say what this area asks of a flight: choose type and limits for such areas to take it.</translation>
    </message>
    <message>
        <source>every day</source>
        <translation>every day</translation>
    </message>
    <message>
        <source>%1 (next day)</source>
        <translation>%1 (next day)</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 to %2</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>from %1</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>until %1</translation>
    </message>
    <message>
        <source>Prohibited</source>
        <translation>Prohibited</translation>
    </message>
    <message>
        <source>Needs authorisation</source>
        <translation>Needs authorisation</translation>
    </message>
    <message>
        <source>Conditional</source>
        <translation>Conditional</translation>
    </message>
    <message>
        <source>No restriction</source>
        <translation>No restriction</translation>
    </message>
    <message>
        <source>U-space</source>
        <translation>U-space</translation>
    </message>
    <message>
        <source>Air traffic</source>
        <translation>Air traffic</translation>
    </message>
    <message>
        <source>Sensitive site</source>
        <translation>Sensitive site</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Privacy</translation>
    </message>
    <message>
        <source>Population</source>
        <translation>Population</translation>
    </message>
    <message>
        <source>Nature</source>
        <translation>Nature</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>Noise</translation>
    </message>
    <message>
        <source>Emergency</source>
        <translation>Emergency</translation>
    </message>
    <message>
        <source>Dynamic reconfiguration</source>
        <translation>Dynamic reconfiguration</translation>
    </message>
    <message>
        <source>Foreign territory</source>
        <translation>Foreign territory</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>Authorises</source>
        <translation>Authorises</translation>
    </message>
    <message>
        <source>Is notified</source>
        <translation>Is notified</translation>
    </message>
    <message>
        <source>Informs</source>
        <translation>Informs</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Active</translation>
    </message>
    <message>
        <source>Not active</source>
        <translation>Not active</translation>
    </message>
    <message>
        <source>Over</source>
        <translation>Over</translation>
    </message>
    <message>
        <source>Not judged</source>
        <translation>Not judged</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Sound</translation>
    </message>
    <message>
        <source>Quarantined</source>
        <translation>Quarantined</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Refused</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Error</translation>
    </message>
    <message>
        <source>Doubtful</source>
        <translation>Doubtful</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 and %2 more</translation>
    </message>
    <message>
        <source>Circle of %1 around %2, %3</source>
        <translation>Circle of %1 around %2, %3</translation>
    </message>
    <message>
        <source>Polygon of %1 corners</source>
        <translation>Polygon of %1 corners</translation>
    </message>
    <message>
        <source>%1, %2 left out</source>
        <translation>%1, %2 left out</translation>
    </message>
    <message>
        <source>At all times</source>
        <translation>At all times</translation>
    </message>
    <message>
        <source>Active: it is permanent.</source>
        <translation>Active: it is permanent.</translation>
    </message>
    <message>
        <source>Not judged: %1</source>
        <translation>Not judged: %1</translation>
    </message>
    <message>
        <source>Over: its last period has ended.</source>
        <translation>Over: its last period has ended.</translation>
    </message>
    <message>
        <source>Not active, and not within the next 30 days.</source>
        <translation>Not active, and not within the next 30 days.</translation>
    </message>
    <message>
        <source>Active until %1.</source>
        <translation>Active until %1.</translation>
    </message>
    <message>
        <source>Not active: next from %1 to %2.</source>
        <translation>Not active: next from %1 to %2.</translation>
    </message>
    <message>
        <source>Not active: next about %1 to %2 (%3).</source>
        <translation>Not active: next about %1 to %2 (%3).</translation>
    </message>
    <message>
        <source>Identifier</source>
        <translation>Identifier</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Country</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Authority</source>
        <translation>Authority</translation>
    </message>
    <message>
        <source>Volumes</source>
        <translation>Volumes</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Times</translation>
    </message>
    <message>
        <source>Volume %1</source>
        <translation>Volume %1</translation>
    </message>
    <message>
        <source>Period %1</source>
        <translation>Period %1</translation>
    </message>
    <message>
        <source>upper limit</source>
        <translation>upper limit</translation>
    </message>
    <message>
        <source>lower limit</source>
        <translation>lower limit</translation>
    </message>
    <message>
        <source>area</source>
        <translation>area</translation>
    </message>
    <message>
        <source>end</source>
        <translation>end</translation>
    </message>
    <message>
        <source>time of day</source>
        <translation>time of day</translation>
    </message>
    <message>
        <source>Flight plan</source>
        <translation>Flight plan</translation>
    </message>
    <message>
        <source>Mission</source>
        <translation>Mission</translation>
    </message>
    <message>
        <source>Node of a network</source>
        <translation>Node of a network</translation>
    </message>
    <message>
        <source>Nobody is signed in.</source>
        <translation>Nobody is signed in.</translation>
    </message>
    <message>
        <source>You may not do this: the scope %1 is wanted.</source>
        <translation>You may not do this: the scope %1 is wanted.</translation>
    </message>
    <message>
        <source>This console keeps no zones.</source>
        <translation>This console keeps no zones.</translation>
    </message>
    <message>
        <source>There is no such zone any more.</source>
        <translation>There is no such zone any more.</translation>
    </message>
    <message>
        <source>Somebody else has published another revision of this zone meanwhile.</source>
        <translation>Somebody else has published another revision of this zone meanwhile.</translation>
    </message>
    <message>
        <source>Too many questions wait; try again in a moment.</source>
        <translation>Too many questions wait; try again in a moment.</translation>
    </message>
    <message>
        <source>The file is none that is read here: ED-269, ED-318, GeoJSON, KML, or the text of ICAO NOTAM.</source>
        <translation>The file is none that is read here: ED-269, ED-318, GeoJSON, KML, or the text of ICAO NOTAM.</translation>
    </message>
    <message>
        <source>It is too large.</source>
        <translation>It is too large.</translation>
    </message>
    <message>
        <source>The file is not sound JSON: %1</source>
        <translation>The file is not sound JSON: %1</translation>
    </message>
    <message>
        <source>Not every feature is sound, so nothing was taken. The first that is not: %1</source>
        <translation>Not every feature is sound, so nothing was taken. The first that is not: %1</translation>
    </message>
    <message>
        <source>There is nothing in the file that this choice would take.</source>
        <translation>There is nothing in the file that this choice would take.</translation>
    </message>
    <message>
        <source>Left out by the person who imported the file.</source>
        <translation>Left out by the person who imported the file.</translation>
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
    <name>haneul::city::CityPanel</name>
    <message>
        <source>Datasets of the ground</source>
        <translation>Datasets of the ground</translation>
    </message>
    <message>
        <source>About the chosen dataset</source>
        <translation>About the chosen dataset</translation>
    </message>
    <message>
        <source>This console keeps no ground data.</source>
        <translation>This console keeps no ground data.</translation>
    </message>
    <message>
        <source>Datasets are being read …</source>
        <translation>Datasets are being read …</translation>
    </message>
    <message>
        <source>No data of the ground: buildings, people, traffic and terrain are unknown. Import your own, or make a synthetic city to try things.</source>
        <translation>No data of the ground: buildings, people, traffic and terrain are unknown. Import your own, or make a synthetic city to try things.</translation>
    </message>
    <message>
        <source>◆ Some of the data in use is SYNTHETIC: made up, not measured.</source>
        <translation>◆ Some of the data in use is SYNTHETIC: made up, not measured.</translation>
    </message>
    <message>
        <source>Retired by %1: %2</source>
        <translation>Retired by %1: %2</translation>
    </message>
    <message>
        <source>File %1, %2 bytes</source>
        <translation>File %1, %2 bytes</translation>
    </message>
    <message>
        <source>SHA-256 %1</source>
        <translation>SHA-256 %1</translation>
    </message>
    <message>
        <source>Import ground data</source>
        <translation>Import ground data</translation>
    </message>
    <message>
        <source>Ground data (*.csv *.geojson *.json *.topojson *.gpkg *.fgb *.tif *.tiff *.dt0 *.dt1 *.dt2 *.hgt)</source>
        <translation>Ground data (*.csv *.geojson *.json *.topojson *.gpkg *.fgb *.tif *.tiff *.dt0 *.dt1 *.dt2 *.hgt)</translation>
    </message>
</context>
<context>
    <name>haneul::city::DatasetModel</name>
    <message>
        <source>Retired</source>
        <translation>Retired</translation>
    </message>
    <message>
        <source>Not usable</source>
        <translation>Not usable</translation>
    </message>
    <message>
        <source>In use, SYNTHETIC</source>
        <translation>In use, SYNTHETIC</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>In use</translation>
    </message>
    <message>
        <source>Dataset</source>
        <translation>Dataset</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>State</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Date of the data</source>
        <translation>Date of the data</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>Taken</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>Imported</translation>
    </message>
    <message>
        <source>By</source>
        <translation>By</translation>
    </message>
</context>
<context>
    <name>haneul::city::ImportDialog</name>
    <message>
        <source>Reference system of the file: %1</source>
        <translation>Reference system of the file: %1</translation>
    </message>
    <message>
        <source>%1 is read from the column &quot;%2&quot;</source>
        <translation>%1 is read from the column &quot;%2&quot;</translation>
    </message>
    <message>
        <source>&amp;Look into it</source>
        <translation>&amp;Look into it</translation>
    </message>
    <message>
        <source>Import ground data from %1</source>
        <translation>Import ground data from %1</translation>
    </message>
    <message>
        <source>metres</source>
        <translation>metres</translation>
    </message>
    <message>
        <source>feet</source>
        <translation>feet</translation>
    </message>
    <message>
        <source>floors of 3 m</source>
        <translation>floors of 3 m</translation>
    </message>
    <message>
        <source>as the file says</source>
        <translation>as the file says</translation>
    </message>
    <message>
        <source>mean sea level (AMSL)</source>
        <translation>mean sea level (AMSL)</translation>
    </message>
    <message>
        <source>ellipsoid (W84)</source>
        <translation>ellipsoid (W84)</translation>
    </message>
    <message>
        <source>2025, 2025-06 or 2025-06-30</source>
        <translation>2025, 2025-06 or 2025-06-30</translation>
    </message>
    <message>
        <source>usual names; else part:column, for example height:GRND_FLR</source>
        <translation>usual names; else part:column, for example height:GRND_FLR</translation>
    </message>
    <message>
        <source>What the file would give</source>
        <translation>What the file would give</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>&amp;Kind of data</source>
        <translation>&amp;Kind of data</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Source: who made it</source>
        <translation>&amp;Source: who made it</translation>
    </message>
    <message>
        <source>&amp;Date of the data</source>
        <translation>&amp;Date of the data</translation>
    </message>
    <message>
        <source>&amp;Heights in</source>
        <translation>&amp;Heights in</translation>
    </message>
    <message>
        <source>Heights &amp;from</source>
        <translation>Heights &amp;from</translation>
    </message>
    <message>
        <source>&amp;Cell of a point (m)</source>
        <translation>&amp;Cell of a point (m)</translation>
    </message>
    <message>
        <source>C&amp;olumns</source>
        <translation>C&amp;olumns</translation>
    </message>
    <message>
        <source>Look into the file before it is imported.</source>
        <translation>Look into the file before it is imported.</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>Reading …</translation>
    </message>
    <message>
        <source>Row %1 · %2 · %3</source>
        <translation>Row %1 · %2 · %3</translation>
    </message>
    <message>
        <source>&amp;Cells (m)</source>
        <translation>&amp;Cells (m)</translation>
    </message>
    <message>
        <source>50</source>
        <translation>50</translation>
    </message>
</context>
<context>
    <name>haneul::city::RetireForm</name>
    <message>
        <source>%1 is not used any more from now on: checks, risk maps and 3D views pass over it. Its data stays for whoever audits.</source>
        <translation>%1 is not used any more from now on: checks, risk maps and 3D views pass over it. Its data stays for whoever audits.</translation>
    </message>
    <message>
        <source>&amp;Reason, kept with it</source>
        <translation>&amp;Reason, kept with it</translation>
    </message>
    <message>
        <source>Retire a dataset</source>
        <translation>Retire a dataset</translation>
    </message>
    <message>
        <source>Re&amp;tire it</source>
        <translation>Re&amp;tire it</translation>
    </message>
</context>
<context>
    <name>haneul::city::SyntheticForm</name>
    <message>
        <source>Streets, buildings, people and traffic are made up around this place, to show and to teach. They are marked SYNTHETIC wherever they are used, and stand behind everything that was measured.</source>
        <translation>Streets, buildings, people and traffic are made up around this place, to show and to teach. They are marked SYNTHETIC wherever they are used, and stand behind everything that was measured.</translation>
    </message>
    <message>
        <source>&amp;Latitude</source>
        <translation>&amp;Latitude</translation>
    </message>
    <message>
        <source>L&amp;ongitude</source>
        <translation>L&amp;ongitude</translation>
    </message>
    <message>
        <source>&amp;Side (m)</source>
        <translation>&amp;Side (m)</translation>
    </message>
    <message>
        <source>Se&amp;ed</source>
        <translation>Se&amp;ed</translation>
    </message>
    <message>
        <source>Synthetic city</source>
        <translation>Synthetic city</translation>
    </message>
    <message>
        <source>&amp;Make it</source>
        <translation>&amp;Make it</translation>
    </message>
</context>
<context>
    <name>haneul::city::Words</name>
    <message>
        <source>People</source>
        <translation>People</translation>
    </message>
    <message>
        <source>Traffic counts</source>
        <translation>Traffic counts</translation>
    </message>
    <message>
        <source>Buildings</source>
        <translation>Buildings</translation>
    </message>
    <message>
        <source>Amenities</source>
        <translation>Amenities</translation>
    </message>
    <message>
        <source>Terrain</source>
        <translation>Terrain</translation>
    </message>
    <message>
        <source>Synthetic city</source>
        <translation>Synthetic city</translation>
    </message>
    <message>
        <source>The height is not said and stays unknown.</source>
        <translation>The height is not said and stays unknown.</translation>
    </message>
    <message>
        <source>How many people is not said and stays unknown.</source>
        <translation>How many people is not said and stays unknown.</translation>
    </message>
    <message>
        <source>How many vehicles is not said and stays unknown.</source>
        <translation>How many vehicles is not said and stays unknown.</translation>
    </message>
    <message>
        <source>It has no place.</source>
        <translation>It has no place.</translation>
    </message>
    <message>
        <source>The outline crosses itself or is no area.</source>
        <translation>The outline crosses itself or is no area.</translation>
    </message>
    <message>
        <source>The file does not say its unit: heights are taken as metres.</source>
        <translation>The file does not say its unit: heights are taken as metres.</translation>
    </message>
    <message>
        <source>The file does not say what its heights are measured from: they are for looking, not for clearance.</source>
        <translation>The file does not say what its heights are measured from: they are for looking, not for clearance.</translation>
    </message>
    <message>
        <source>What the heights are measured from was given by hand.</source>
        <translation>What the heights are measured from was given by hand.</translation>
    </message>
    <message>
        <source>The grid was turned and interpolated.</source>
        <translation>The grid was turned and interpolated.</translation>
    </message>
    <message>
        <source>Heights are made of floors, 3 m each.</source>
        <translation>Heights are made of floors, 3 m each.</translation>
    </message>
    <message>
        <source>The file names no reference system: WGS84 is taken.</source>
        <translation>The file names no reference system: WGS84 is taken.</translation>
    </message>
    <message>
        <source>Your role may not do this.</source>
        <translation>Your role may not do this.</translation>
    </message>
    <message>
        <source>This console keeps no ground data.</source>
        <translation>This console keeps no ground data.</translation>
    </message>
    <message>
        <source>A name, who made the data, and its date (2025, 2025-06 or 2025-06-30) are wanted.</source>
        <translation>A name, who made the data, and its date (2025, 2025-06 or 2025-06-30) are wanted.</translation>
    </message>
    <message>
        <source>CSV, GeoJSON, TopoJSON, GeoPackage, FlatGeobuf, GeoTIFF, DTED and HGT can be read.</source>
        <translation>CSV, GeoJSON, TopoJSON, GeoPackage, FlatGeobuf, GeoTIFF, DTED and HGT can be read.</translation>
    </message>
    <message>
        <source>The file is too large; cut it to the area.</source>
        <translation>The file is too large; cut it to the area.</translation>
    </message>
    <message>
        <source>The file holds another kind of data:</source>
        <translation>The file holds another kind of data:</translation>
    </message>
    <message>
        <source>The file has no such column:</source>
        <translation>The file has no such column:</translation>
    </message>
    <message>
        <source>Say which column has it:</source>
        <translation>Say which column has it:</translation>
    </message>
    <message>
        <source>People at points need the side of the square that a point stands for.</source>
        <translation>People at points need the side of the square that a point stands for.</translation>
    </message>
    <message>
        <source>The file says that its heights are measured from something else.</source>
        <translation>The file says that its heights are measured from something else.</translation>
    </message>
    <message>
        <source>The file cannot be read:</source>
        <translation>The file cannot be read:</translation>
    </message>
    <message>
        <source>The file does not say where on the earth it lies.</source>
        <translation>The file does not say where on the earth it lies.</translation>
    </message>
    <message>
        <source>The file is a picture, not a grid of measured values.</source>
        <translation>The file is a picture, not a grid of measured values.</translation>
    </message>
    <message>
        <source>Such a city cannot be made: sides of 500 to 20,000 m are possible.</source>
        <translation>Such a city cannot be made: sides of 500 to 20,000 m are possible.</translation>
    </message>
    <message>
        <source>The dataset was retired before.</source>
        <translation>The dataset was retired before.</translation>
    </message>
    <message>
        <source>made up: %1</source>
        <translation>made up: %1</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>Taken</translation>
    </message>
    <message>
        <source>Quarantine</source>
        <translation>Quarantine</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Refused</translation>
    </message>
    <message>
        <source>%1 taken, %2 in quarantine, %3 refused</source>
        <translation>%1 taken, %2 in quarantine, %3 refused</translation>
    </message>
    <message>
        <source>Land use</source>
        <translation>Land use</translation>
    </message>
    <message>
        <source>There is no class of sheltering “%1”; none, trees, low_rise, high_rise and industrial are.</source>
        <translation>There is no class of sheltering “%1”; none, trees, low_rise, high_rise and industrial are.</translation>
    </message>
    <message>
        <source>No range is said; %1 km is taken.</source>
        <translation>No range is said; %1 km is taken.</translation>
    </message>
    <message>
        <source>The hours of the weekend, or of all days, are not said: those of the week, or as many people at every hour, are taken.</source>
        <translation>The hours of the weekend, or of all days, are not said: those of the week, or as many people at every hour, are taken.</translation>
    </message>
    <message>
        <source>The hours “%1” cannot be read; it is taken as always open.</source>
        <translation>The hours “%1” cannot be read; it is taken as always open.</translation>
    </message>
    <message>
        <source>There is no value.</source>
        <translation>There is no value.</translation>
    </message>
    <message>
        <source>%1 %2 lies outside the area that was given.</source>
        <translation>%1 %2 lies outside the area that was given.</translation>
    </message>
    <message>
        <source>%1 %2 cannot be right; from %3 to %4 is possible.</source>
        <translation>%1 %2 cannot be right; from %3 to %4 is possible.</translation>
    </message>
    <message>
        <source>%1 %2 cannot be right; it is a whole number.</source>
        <translation>%1 %2 cannot be right; it is a whole number.</translation>
    </message>
    <message>
        <source>Its form is empty.</source>
        <translation>Its form is empty.</translation>
    </message>
    <message>
        <source>Its form is a %1; points, lines and polygons are taken.</source>
        <translation>Its form is a %1; points, lines and polygons are taken.</translation>
    </message>
    <message>
        <source>Its form cannot be read.</source>
        <translation>Its form cannot be read.</translation>
    </message>
    <message>
        <source>There is something behind its form.</source>
        <translation>There is something behind its form.</translation>
    </message>
    <message>
        <source>Its place cannot be turned into WGS84.</source>
        <translation>Its place cannot be turned into WGS84.</translation>
    </message>
    <message>
        <source>Longitude or latitude is no number.</source>
        <translation>Longitude or latitude is no number.</translation>
    </message>
    <message>
        <source>The line has %1 fields, the first one %2.</source>
        <translation>The line has %1 fields, the first one %2.</translation>
    </message>
    <message>
        <source>This kind of data has another form: %1.</source>
        <translation>This kind of data has another form: %1.</translation>
    </message>
    <message>
        <source>Longitude and latitude are swapped: %1 %2.</source>
        <translation>Longitude and latitude are swapped: %1 %2.</translation>
    </message>
    <message>
        <source>%1 %2 is no longitude and latitude; the reference system is another one.</source>
        <translation>%1 %2 is no longitude and latitude; the reference system is another one.</translation>
    </message>
    <message>
        <source>A road has at least two points.</source>
        <translation>A road has at least two points.</translation>
    </message>
    <message>
        <source>“%1” is no number; digits and a point are.</source>
        <translation>“%1” is no number; digits and a point are.</translation>
    </message>
    <message>
        <source>“%1” are not 24 numbers, one for each hour, of which some are above 0.</source>
        <translation>“%1” are not 24 numbers, one for each hour, of which some are above 0.</translation>
    </message>
    <message>
        <source>What kind of ground it is is not said.</source>
        <translation>What kind of ground it is is not said.</translation>
    </message>
    <message>
        <source>How many people are on a km² of this kind of ground is not said.</source>
        <translation>How many people are on a km² of this kind of ground is not said.</translation>
    </message>
    <message>
        <source>name</source>
        <translation>name</translation>
    </message>
    <message>
        <source>people per km²</source>
        <translation>people per km²</translation>
    </message>
    <message>
        <source>people</source>
        <translation>people</translation>
    </message>
    <message>
        <source>vehicles per day</source>
        <translation>vehicles per day</translation>
    </message>
    <message>
        <source>lanes</source>
        <translation>lanes</translation>
    </message>
    <message>
        <source>width (m)</source>
        <translation>width (m)</translation>
    </message>
    <message>
        <source>mean speed (km/h)</source>
        <translation>mean speed (km/h)</translation>
    </message>
    <message>
        <source>height</source>
        <translation>height</translation>
    </message>
    <message>
        <source>height (m)</source>
        <translation>height (m)</translation>
    </message>
    <message>
        <source>sheltering</source>
        <translation>sheltering</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>kind</translation>
    </message>
    <message>
        <source>range (km)</source>
        <translation>range (km)</translation>
    </message>
    <message>
        <source>activity</source>
        <translation>activity</translation>
    </message>
    <message>
        <source>opening hours</source>
        <translation>opening hours</translation>
    </message>
    <message>
        <source>hours of Monday to Friday</source>
        <translation>hours of Monday to Friday</translation>
    </message>
    <message>
        <source>hours of the weekend</source>
        <translation>hours of the weekend</translation>
    </message>
    <message>
        <source>kind of ground</source>
        <translation>kind of ground</translation>
    </message>
    <message>
        <source>polygons</source>
        <translation>polygons</translation>
    </message>
    <message>
        <source>lines</source>
        <translation>lines</translation>
    </message>
    <message>
        <source>polygons or points</source>
        <translation>polygons or points</translation>
    </message>
    <message>
        <source>The outlines were drawn into cells; a cell that is less than half covered is unknown.</source>
        <translation>The outlines were drawn into cells; a cell that is less than half covered is unknown.</translation>
    </message>
    <message>
        <source>Nothing of the file can be taken.</source>
        <translation>Nothing of the file can be taken.</translation>
    </message>
    <message>
        <source>Too many cells: take larger ones, or a smaller area.</source>
        <translation>Too many cells: take larger ones, or a smaller area.</translation>
    </message>
    <message>
        <source>More than 64 kinds of ground that differ in their people or hours.</source>
        <translation>More than 64 kinds of ground that differ in their people or hours.</translation>
    </message>
    <message>
        <source>Row %1: %2</source>
        <translation>Row %1: %2</translation>
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
    <name>haneul::delivery::Words</name>
    <message>
        <source>An id has 1 to 32 of the letters A to Z and a to z, digits, hyphens, dots and _. Choose another id.</source>
        <translation>An id has 1 to 32 of the letters A to Z and a to z, digits, hyphens, dots and _. Choose another id.</translation>
    </message>
    <message>
        <source>This id is taken already. Choose another one.</source>
        <translation>This id is taken already. Choose another one.</translation>
    </message>
    <message>
        <source>A place has a latitude of -90 to 90° and a longitude of -180 to 180°. Correct it.</source>
        <translation>A place has a latitude of -90 to 90° and a longitude of -180 to 180°. Correct it.</translation>
    </message>
    <message>
        <source>A number is outside what is possible. Correct the value named.</source>
        <translation>A number is outside what is possible. Correct the value named.</translation>
    </message>
    <message>
        <source>The top of the column is not above the ground. Raise the top or correct the ground level.</source>
        <translation>The top of the column is not above the ground. Raise the top or correct the ground level.</translation>
    </message>
    <message>
        <source>The network has no base point to start from. Add one or choose one as its base.</source>
        <translation>The network has no base point to start from. Add one or choose one as its base.</translation>
    </message>
    <message>
        <source>The network has no point of this id. Choose one from the list.</source>
        <translation>The network has no point of this id. Choose one from the list.</translation>
    </message>
    <message>
        <source>A link joins two different points. Choose another end.</source>
        <translation>A link joins two different points. Choose another end.</translation>
    </message>
    <message>
        <source>There is a link between these two points already. Change that one instead.</source>
        <translation>There is a link between these two points already. Change that one instead.</translation>
    </message>
    <message>
        <source>The stays of a moving base follow one another and do not overlap. Correct their times.</source>
        <translation>The stays of a moving base follow one another and do not overlap. Correct their times.</translation>
    </message>
    <message>
        <source>The ground level is not known, so nothing can be timed here. Enter it in the network.</source>
        <translation>The ground level is not known, so nothing can be timed here. Enter it in the network.</translation>
    </message>
    <message>
        <source>The link has not been verified by a test flight. Have it verified, or go another way.</source>
        <translation>The link has not been verified by a test flight. Have it verified, or go another way.</translation>
    </message>
    <message>
        <source>No link leads to this point. Draw one, or remove the point.</source>
        <translation>No link leads to this point. Draw one, or remove the point.</translation>
    </message>
    <message>
        <source>The point cannot be reached from the base over verified links.</source>
        <translation>The point cannot be reached from the base over verified links.</translation>
    </message>
    <message>
        <source>A waypoint lies below the ground of an end of the link. Check its height.</source>
        <translation>A waypoint lies below the ground of an end of the link. Check its height.</translation>
    </message>
    <message>
        <source>Two points lie nearer than 20 m to each other. Check that both are meant.</source>
        <translation>Two points lie nearer than 20 m to each other. Check that both are meant.</translation>
    </message>
    <message>
        <source>A mission goes to at least one delivery point. Add a stop.</source>
        <translation>A mission goes to at least one delivery point. Add a stop.</translation>
    </message>
    <message>
        <source>A mission goes to each point once, and not to its own base. Remove the repeated stop.</source>
        <translation>A mission goes to each point once, and not to its own base. Remove the repeated stop.</translation>
    </message>
    <message>
        <source>There is no link between these points. Draw one, or choose another order of stops.</source>
        <translation>There is no link between these points. Draw one, or choose another order of stops.</translation>
    </message>
    <message>
        <source>A mission begins and ends at a base point. Choose one.</source>
        <translation>A mission begins and ends at a base point. Choose one.</translation>
    </message>
    <message>
        <source>The network has no drone type of this name. Choose one from the list.</source>
        <translation>The network has no drone type of this name. Choose one from the list.</translation>
    </message>
    <message>
        <source>The payload is too heavy for the drone. Split the order or take a stronger drone type.</source>
        <translation>The payload is too heavy for the drone. Split the order or take a stronger drone type.</translation>
    </message>
    <message>
        <source>The mission is longer than the drone&apos;s range. Leave out a stop or take another drone type.</source>
        <translation>The mission is longer than the drone&apos;s range. Leave out a stop or take another drone type.</translation>
    </message>
    <message>
        <source>The mission takes longer than one charge lasts. Leave out a stop or take another drone type.</source>
        <translation>The mission takes longer than one charge lasts. Leave out a stop or take another drone type.</translation>
    </message>
    <message>
        <source>A flight segment has at least two waypoints. Add the missing ones.</source>
        <translation>A flight segment has at least two waypoints. Add the missing ones.</translation>
    </message>
    <message>
        <source>A flight segment begins and ends at the same place. Choose two points.</source>
        <translation>A flight segment begins and ends at the same place. Choose two points.</translation>
    </message>
    <message>
        <source>The first waypoint does not lie at the point where the segment begins. Move it there.</source>
        <translation>The first waypoint does not lie at the point where the segment begins. Move it there.</translation>
    </message>
    <message>
        <source>The last waypoint does not lie at the point where the segment ends. Move it there.</source>
        <translation>The last waypoint does not lie at the point where the segment ends. Move it there.</translation>
    </message>
    <message>
        <source>A mission goes to at least one delivery point and comes back.</source>
        <translation>A mission goes to at least one delivery point and comes back.</translation>
    </message>
    <message>
        <source>Stays and flight times need one row for each segment.</source>
        <translation>Stays and flight times need one row for each segment.</translation>
    </message>
    <message>
        <source>A segment needs a stay for each waypoint and one flight time fewer.</source>
        <translation>A segment needs a stay for each waypoint and one flight time fewer.</translation>
    </message>
    <message>
        <source>A duration is below zero. Enter 0 or more.</source>
        <translation>A duration is below zero. Enter 0 or more.</translation>
    </message>
    <message>
        <source>The stay at a point is given twice and differently. Enter the same for both segments.</source>
        <translation>The stay at a point is given twice and differently. Enter the same for both segments.</translation>
    </message>
    <message>
        <source>A value is outside what is accepted. Correct it.</source>
        <translation>A value is outside what is accepted. Correct it.</translation>
    </message>
    <message>
        <source>This network does not exist any more. Choose another one.</source>
        <translation>This network does not exist any more. Choose another one.</translation>
    </message>
    <message>
        <source>This order does not exist.</source>
        <translation>This order does not exist.</translation>
    </message>
    <message>
        <source>This mission does not exist.</source>
        <translation>This mission does not exist.</translation>
    </message>
    <message>
        <source>Somebody has saved this network meanwhile. Load it anew and make the change again.</source>
        <translation>Somebody has saved this network meanwhile. Load it anew and make the change again.</translation>
    </message>
    <message>
        <source>Missions are booked on this network. Complete or cancel them first.</source>
        <translation>Missions are booked on this network. Complete or cancel them first.</translation>
    </message>
    <message>
        <source>This start is not free. Take the next free start.</source>
        <translation>This start is not free. Take the next free start.</translation>
    </message>
    <message>
        <source>The mission has left the ground already and can no longer be changed so.</source>
        <translation>The mission has left the ground already and can no longer be changed so.</translation>
    </message>
    <message>
        <source>This does not follow the present step. Take the next step of the process first.</source>
        <translation>This does not follow the present step. Take the next step of the process first.</translation>
    </message>
    <message>
        <source>The order is no longer waiting. Cancel its mission first, or choose an order that waits.</source>
        <translation>The order is no longer waiting. Cancel its mission first, or choose an order that waits.</translation>
    </message>
    <message>
        <source>The drone flies another mission at that time. Choose another drone or another start.</source>
        <translation>The drone flies another mission at that time. Choose another drone or another start.</translation>
    </message>
    <message>
        <source>A text is too long or has characters that cannot be shown. Shorten it.</source>
        <translation>A text is too long or has characters that cannot be shown. Shorten it.</translation>
    </message>
    <message>
        <source>This console has no deliveries. Open one with a data folder.</source>
        <translation>This console has no deliveries. Open one with a data folder.</translation>
    </message>
    <message>
        <source>Your role does not allow this. Ask somebody whose role does.</source>
        <translation>Your role does not allow this. Ask somebody whose role does.</translation>
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
        <source>Nothing was changed: the event log is closed. Start the console again.</source>
        <translation>Nothing was changed: the event log is closed. Start the console again.</translation>
    </message>
    <message>
        <source>Nothing was changed: the event log did not take it. Report this as a fault of the program.</source>
        <translation>Nothing was changed: the event log did not take it. Report this as a fault of the program.</translation>
    </message>
    <message>
        <source>Nothing was changed: it contradicts what is stored. Report this as a fault of the program.</source>
        <translation>Nothing was changed: it contradicts what is stored. Report this as a fault of the program.</translation>
    </message>
    <message>
        <source>The stored deliveries cannot be read. Report this as a fault of the program.</source>
        <translation>The stored deliveries cannot be read. Report this as a fault of the program.</translation>
    </message>
    <message>
        <source>An entry of the event log cannot be read by this version. Install a newer one.</source>
        <translation>An entry of the event log cannot be read by this version. Install a newer one.</translation>
    </message>
    <message>
        <source>This is not valid JSON. Check the text.</source>
        <translation>This is not valid JSON. Check the text.</translation>
    </message>
    <message>
        <source>A field is missing or holds what it may not. Correct the field named.</source>
        <translation>A field is missing or holds what it may not. Correct the field named.</translation>
    </message>
    <message>
        <source>A field is given twice. Remove one of them.</source>
        <translation>A field is given twice. Remove one of them.</translation>
    </message>
    <message>
        <source>A field is missing. Add it.</source>
        <translation>A field is missing. Add it.</translation>
    </message>
    <message>
        <source>A field is not known here. Remove it or correct its name.</source>
        <translation>A field is not known here. Remove it or correct its name.</translation>
    </message>
    <message>
        <source>The file has coordinates that cannot be read. Correct them where it was made.</source>
        <translation>The file has coordinates that cannot be read. Correct them where it was made.</translation>
    </message>
    <message>
        <source>The file is not written as its format demands. Make it again with the program that wrote it.</source>
        <translation>The file is not written as its format demands. Make it again with the program that wrote it.</translation>
    </message>
    <message>
        <source>A track of the file cannot be read: times and places do not belong together.</source>
        <translation>A track of the file cannot be read: times and places do not belong together.</translation>
    </message>
    <message>
        <source>The file has a version that is not read here. Save it in a supported one.</source>
        <translation>The file has a version that is not read here. Save it in a supported one.</translation>
    </message>
    <message>
        <source>A height of the file has a datum that is not known, so it is not judged. Save it with heights above mean sea level.</source>
        <translation>A height of the file has a datum that is not known, so it is not judged. Save it with heights above mean sea level.</translation>
    </message>
    <message>
        <source>The file has heights above the home position but does not say where that is. Save it with a home position.</source>
        <translation>The file has heights above the home position but does not say where that is. Save it with a home position.</translation>
    </message>
    <message>
        <source>The file needs features that are not read here. Save it without them.</source>
        <translation>The file needs features that are not read here. Save it without them.</translation>
    </message>
    <message>
        <source>The file has no waypoints. Choose another one.</source>
        <translation>The file has no waypoints. Choose another one.</translation>
    </message>
    <message>
        <source>The file is not a mission. Choose a .plan or a waypoint file.</source>
        <translation>The file is not a mission. Choose a .plan or a waypoint file.</translation>
    </message>
    <message>
        <source>The file is not a plan of QGroundControl. Choose a .plan file.</source>
        <translation>The file is not a plan of QGroundControl. Choose a .plan file.</translation>
    </message>
    <message>
        <source>The file is not a ULog recording. Choose a .ulg file.</source>
        <translation>The file is not a ULog recording. Choose a .ulg file.</translation>
    </message>
    <message>
        <source>The file is not KML. Choose a .kml file.</source>
        <translation>The file is not KML. Choose a .kml file.</translation>
    </message>
    <message>
        <source>The file is damaged: its XML does not hold together. Make it again.</source>
        <translation>The file is damaged: its XML does not hold together. Make it again.</translation>
    </message>
    <message>
        <source>The recording has no positions of a vehicle. Choose another one.</source>
        <translation>The recording has no positions of a vehicle. Choose another one.</translation>
    </message>
    <message>
        <source>The path of the file has gaps. Complete it where it was made.</source>
        <translation>The path of the file has gaps. Complete it where it was made.</translation>
    </message>
    <message>
        <source>The file has commands without a place. Give them one where it was made.</source>
        <translation>The file has commands without a place. Give them one where it was made.</translation>
    </message>
    <message>
        <source>The file is too large to be read. Split it.</source>
        <translation>The file is too large to be read. Split it.</translation>
    </message>
    <message>
        <source>The file has too many points. Simplify it.</source>
        <translation>The file has too many points. Simplify it.</translation>
    </message>
    <message>
        <source>A line of the file cannot be read. Correct it where it was made.</source>
        <translation>A line of the file cannot be read. Correct it where it was made.</translation>
    </message>
    <message>
        <source>The items of the file are not numbered in order. Make it again with the program that wrote it.</source>
        <translation>The items of the file are not numbered in order. Make it again with the program that wrote it.</translation>
    </message>
    <message>
        <source>The file has heights in a frame that is not known. Save it with heights above mean sea level.</source>
        <translation>The file has heights in a frame that is not known. Save it with heights above mean sea level.</translation>
    </message>
    <message>
        <source>The file is not a recorded flight. Choose a .tlog or .ulg file.</source>
        <translation>The file is not a recorded flight. Choose a .tlog or .ulg file.</translation>
    </message>
    <message>
        <source>The network has been changed since the mission was booked, so its way can no longer be shown as it was flown. Book it anew on the present network.</source>
        <translation>The network has been changed since the mission was booked, so its way can no longer be shown as it was flown. Book it anew on the present network.</translation>
    </message>
    <message>
        <source>The file is not GeoJSON. Choose a .geojson file.</source>
        <translation>The file is not GeoJSON. Choose a .geojson file.</translation>
    </message>
    <message>
        <source>The GeoJSON holds no delivery network. Choose one that was exported as a network.</source>
        <translation>The GeoJSON holds no delivery network. Choose one that was exported as a network.</translation>
    </message>
    <message>
        <source>A place of the file has no height. Say at what level to fly, or give it a height where the file was made.</source>
        <translation>A place of the file has no height. Say at what level to fly, or give it a height where the file was made.</translation>
    </message>
    <message>
        <source>The path does not begin and end at points of the network. Move its ends, or add the points first.</source>
        <translation>The path does not begin and end at points of the network. Move its ends, or add the points first.</translation>
    </message>
    <message>
        <source>The path has fewer than two places. Choose another one.</source>
        <translation>The path has fewer than two places. Choose another one.</translation>
    </message>
    <message>
        <source>The path has too many waypoints for a link. Simplify it.</source>
        <translation>The path has too many waypoints for a link. Simplify it.</translation>
    </message>
    <message>
        <source>The file cannot be opened. Is it still there, and may you read it?</source>
        <translation>The file cannot be opened. Is it still there, and may you read it?</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>place: what is wrong</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>sentence (details)</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>This start is not free: %1. Take the next free start.</source>
        <translation>This start is not free: %1. Take the next free start.</translation>
    </message>
    <message>
        <source>Waiting</source>
        <comment>order</comment>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>Booked</source>
        <comment>order</comment>
        <translation>Booked</translation>
    </message>
    <message>
        <source>Delivered</source>
        <comment>order</comment>
        <translation>Delivered</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <comment>order</comment>
        <translation>Cancelled</translation>
    </message>
    <message>
        <source>Refused</source>
        <comment>order</comment>
        <translation>Refused</translation>
    </message>
    <message>
        <source>Booked</source>
        <comment>mission</comment>
        <translation>Booked</translation>
    </message>
    <message>
        <source>Prepared</source>
        <comment>mission</comment>
        <translation>Prepared</translation>
    </message>
    <message>
        <source>Flying</source>
        <comment>mission</comment>
        <translation>Flying</translation>
    </message>
    <message>
        <source>Handed over</source>
        <comment>mission</comment>
        <translation>Handed over</translation>
    </message>
    <message>
        <source>Returning</source>
        <comment>mission</comment>
        <translation>Returning</translation>
    </message>
    <message>
        <source>Complete</source>
        <comment>mission</comment>
        <translation>Complete</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <comment>mission</comment>
        <translation>Cancelled</translation>
    </message>
    <message>
        <source>Drop</source>
        <comment>delivery without landing</comment>
        <translation>Drop</translation>
    </message>
    <message>
        <source>Land</source>
        <comment>delivery</comment>
        <translation>Land</translation>
    </message>
    <message>
        <source>Column of a point</source>
        <translation>Column of a point</translation>
    </message>
    <message>
        <source>Opposite direction on a single track</source>
        <translation>Opposite direction on a single track</translation>
    </message>
    <message>
        <source>Headway in the same direction</source>
        <translation>Headway in the same direction</translation>
    </message>
    <message>
        <source>Crossing of links</source>
        <translation>Crossing of links</translation>
    </message>
    <message>
        <source>No drone free</source>
        <translation>No drone free</translation>
    </message>
    <message>
        <source>The moving base is not there</source>
        <translation>The moving base is not there</translation>
    </message>
    <message>
        <source>several missions</source>
        <translation>several missions</translation>
    </message>
    <message>
        <source>the column of %1 is held by %2</source>
        <translation>the column of %1 is held by %2</translation>
    </message>
    <message>
        <source>%2 comes the other way on the single track %1</source>
        <translation>%2 comes the other way on the single track %1</translation>
    </message>
    <message>
        <source>on %1 the headway to %2 is too short</source>
        <translation>on %1 the headway to %2 is too short</translation>
    </message>
    <message>
        <source>at a crossing of %1 the time to %2 is too short</source>
        <translation>at a crossing of %1 the time to %2 is too short</translation>
    </message>
    <message>
        <source>all drones are away with %1</source>
        <translation>all drones are away with %1</translation>
    </message>
    <message>
        <source>the moving base is not at %1 then</source>
        <translation>the moving base is not at %1 then</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>duration</comment>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>Too many searches wait. Try again in a moment.</source>
        <translation>Too many searches wait. Try again in a moment.</translation>
    </message>
    <message>
        <source>The program is ending. Ask again when it runs.</source>
        <translation>The program is ending. Ask again when it runs.</translation>
    </message>
    <message>
        <source>%1 needed, %2 possible</source>
        <comment>limit</comment>
        <translation>%1 needed, %2 possible</translation>
    </message>
    <message>
        <source>The drone is not ready for this mission. Choose another one, or see to what is named; the panel Fleet says more.</source>
        <translation>The drone is not ready for this mission. Choose another one, or see to what is named; the panel Fleet says more.</translation>
    </message>
    <message>
        <source>Not judged</source>
        <comment>drone of a mission</comment>
        <translation>Not judged</translation>
    </message>
    <message>
        <source>Answered for</source>
        <comment>drone of a mission</comment>
        <translation>Answered for</translation>
    </message>
    <message>
        <source>Not taken</source>
        <comment>drone of a mission</comment>
        <translation>Not taken</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>haneul::diagram::DiagramPanel</name>
    <message>
        <source>Now</source>
        <translation>Now</translation>
    </message>
    <message>
        <source>All</source>
        <translation>All</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Network</translation>
    </message>
    <message>
        <source>Chosen</source>
        <translation>Chosen</translation>
    </message>
    <message>
        <source>Selected</source>
        <translation>Selected</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Choose</translation>
    </message>
    <message>
        <source>Detailed</source>
        <translation>Detailed</translation>
    </message>
    <message>
        <source>Occupancy</source>
        <translation>Occupancy</translation>
    </message>
    <message>
        <source>Move start</source>
        <translation>Move start</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>No network</source>
        <translation>No network</translation>
    </message>
    <message>
        <source>Start at %1, the next free time</source>
        <translation>Start at %1, the next free time</translation>
    </message>
    <message>
        <source>Drone-diagram</source>
        <translation>Drone-diagram</translation>
    </message>
    <message>
        <source>The network whose missions are shown</source>
        <translation>The network whose missions are shown</translation>
    </message>
    <message>
        <source>Selected mission</source>
        <translation>Selected mission</translation>
    </message>
    <message>
        <source>Put away</source>
        <translation>Put away</translation>
    </message>
    <message>
        <source>Export the drone-diagram</source>
        <translation>Export the drone-diagram</translation>
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
        <source>Sent to the printer</source>
        <translation>Sent to the printer</translation>
    </message>
    <message>
        <source>▲ Not printed: %1</source>
        <translation>▲ Not printed: %1</translation>
    </message>
    <message>
        <source>Flight plans</source>
        <translation>Flight plans</translation>
    </message>
</context>
<context>
    <name>haneul::diagram::DiagramView</name>
    <message>
        <source>Drone-diagram</source>
        <translation>Drone-diagram</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message>
        <source>Tab goes through them</source>
        <translation>Tab goes through them</translation>
    </message>
    <message>
        <source>A replay shows what was: missions are moved in live operation.</source>
        <translation>A replay shows what was: missions are moved in live operation.</translation>
    </message>
    <message>
        <source>Select the mission that is to be moved.</source>
        <translation>Select the mission that is to be moved.</translation>
    </message>
    <message>
        <source>There is no delivery network yet</source>
        <translation>There is no delivery network yet</translation>
    </message>
    <message>
        <source>Select a mission to see it alone</source>
        <translation>Select a mission to see it alone</translation>
    </message>
    <message>
        <source>No missions are booked on this network</source>
        <translation>No missions are booked on this network</translation>
    </message>
    <message>
        <source>now %1</source>
        <translation>now %1</translation>
    </message>
    <message>
        <source>replay %1</source>
        <translation>replay %1</translation>
    </message>
</context>
<context>
    <name>haneul::diagram::Export</name>
    <message>
        <source>Drone-diagram: %1</source>
        <translation>Drone-diagram: %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 · %n mission(s) · revision %2 of the network</source>
        <translation>
            <numerusform>%1 · %n mission · revision %2 of the network</numerusform>
            <numerusform>%1 · %n missions · revision %2 of the network</numerusform>
        </translation>
    </message>
    <message>
        <source>made %1 %2 · %3</source>
        <translation>made %1 %2 · %3</translation>
    </message>
    <message>
        <source>planned</source>
        <translation>planned</translation>
    </message>
    <message>
        <source>flown</source>
        <translation>flown</translation>
    </message>
    <message>
        <source>expected</source>
        <translation>expected</translation>
    </message>
    <message>
        <source>node column held</source>
        <translation>node column held</translation>
    </message>
    <message>
        <source>headway on a link</source>
        <translation>headway on a link</translation>
    </message>
    <message>
        <source>conflict</source>
        <translation>conflict</translation>
    </message>
    <message>
        <source>crossing of links</source>
        <translation>crossing of links</translation>
    </message>
    <message>
        <source>now, when this was made</source>
        <translation>now, when this was made</translation>
    </message>
    <message>
        <source>arrival</source>
        <translation>arrival</translation>
    </message>
    <message>
        <source>departure</source>
        <translation>departure</translation>
    </message>
    <message>
        <source>actual</source>
        <translation>actual</translation>
    </message>
    <message>
        <source>page %1 of %2</source>
        <translation>page %1 of %2</translation>
    </message>
    <message>
        <source>Mission</source>
        <translation>Mission</translation>
    </message>
    <message>
        <source>Drone</source>
        <translation>Drone</translation>
    </message>
    <message>
        <source>State</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>Node</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Event</translation>
    </message>
    <message>
        <source>Planned, UTC</source>
        <translation>Planned, UTC</translation>
    </message>
    <message>
        <source>Now, UTC</source>
        <translation>Now, UTC</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Reading</translation>
    </message>
    <message>
        <source>Delay</source>
        <translation>Delay</translation>
    </message>
    <message>
        <source>times, page %1 of %2</source>
        <translation>times, page %1 of %2</translation>
    </message>
    <message>
        <source>Flight plan</source>
        <translation>Flight plan</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>Operator</translation>
    </message>
    <message>
        <source>Start, UTC</source>
        <translation>Start, UTC</translation>
    </message>
    <message>
        <source>End, UTC</source>
        <translation>End, UTC</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>Conflicts</translation>
    </message>
    <message>
        <source>plan waits</source>
        <translation>plan waits</translation>
    </message>
    <message>
        <source>plan approved</source>
        <translation>plan approved</translation>
    </message>
    <message>
        <source>plan in flight</source>
        <translation>plan in flight</translation>
    </message>
    <message>
        <source>flight plans</source>
        <translation>flight plans</translation>
    </message>
</context>
<context>
    <name>haneul::diagram::ExportDialog</name>
    <message>
        <source>Export the drone-diagram</source>
        <translation>Export the drone-diagram</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>PDF: diagram pages and a table of times</source>
        <translation>PDF: diagram pages and a table of times</translation>
    </message>
    <message>
        <source>SVG: one sheet, lines stay lines</source>
        <translation>SVG: one sheet, lines stay lines</translation>
    </message>
    <message>
        <source>PNG: one sheet, a picture</source>
        <translation>PNG: one sheet, a picture</translation>
    </message>
    <message>
        <source>CSV: one row an arrival or departure</source>
        <translation>CSV: one row an arrival or departure</translation>
    </message>
    <message>
        <source>Paper, landscape</source>
        <translation>Paper, landscape</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Times</translation>
    </message>
    <message>
        <source>As in the picture</source>
        <translation>As in the picture</translation>
    </message>
    <message>
        <source>The whole day, UTC</source>
        <translation>The whole day, UTC</translation>
    </message>
    <message>
        <source>All missions</source>
        <translation>All missions</translation>
    </message>
</context>
<context>
    <name>haneul::diagram::Retimer</name>
    <message>
        <source>Moving a mission needs the right %1.</source>
        <translation>Moving a mission needs the right %1.</translation>
    </message>
    <message>
        <source>The mission or its network is no longer there.</source>
        <translation>The mission or its network is no longer there.</translation>
    </message>
    <message>
        <source>Free starts cannot be judged: %1</source>
        <translation>Free starts cannot be judged: %1</translation>
    </message>
    <message>
        <source>%1 has left the ground or is over: its start cannot be moved.</source>
        <translation>%1 has left the ground or is over: its start cannot be moved.</translation>
    </message>
    <message>
        <source>free</source>
        <translation>free</translation>
    </message>
    <message>
        <source>before now</source>
        <translation>before now</translation>
    </message>
    <message>
        <source>later than can be judged here</source>
        <translation>later than can be judged here</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 cannot start at %2: %3.</source>
        <translation>%1 cannot start at %2: %3.</translation>
    </message>
    <message>
        <source>%1 was not moved: %2</source>
        <translation>%1 was not moved: %2</translation>
    </message>
</context>
<context>
    <name>haneul::diagram::StartDialog</name>
    <message>
        <source>Start of %1</source>
        <translation>Start of %1</translation>
    </message>
    <message>
        <source>Start, UTC (%1). With another date: 2026-11-21 10:04:22</source>
        <translation>Start, UTC (%1). With another date: 2026-11-21 10:04:22</translation>
    </message>
    <message>
        <source>Next free start</source>
        <translation>Next free start</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>Set</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Hours and minutes, with seconds or without: 10:04:22</source>
        <translation>Hours and minutes, with seconds or without: 10:04:22</translation>
    </message>
    <message>
        <source>%1 %2: %3</source>
        <comment>date, time, judgement</comment>
        <translation>%1 %2: %3</translation>
    </message>
    <message>
        <source>There is no free start after that.</source>
        <translation>There is no free start after that.</translation>
    </message>
</context>
<context>
    <name>haneul::diagram::Words</name>
    <message>
        <source>ETA %1</source>
        <translation>ETA %1</translation>
    </message>
    <message>
        <source>ETD %1</source>
        <translation>ETD %1</translation>
    </message>
    <message>
        <source>%1, arrived %2 (%3)</source>
        <translation>%1, arrived %2 (%3)</translation>
    </message>
    <message>
        <source>%1, left %2 (%3)</source>
        <translation>%1, left %2 (%3)</translation>
    </message>
    <message>
        <source>%1, expected %2 (%3)</source>
        <translation>%1, expected %2 (%3)</translation>
    </message>
    <message>
        <source>no drone yet</source>
        <translation>no drone yet</translation>
    </message>
    <message>
        <source>▲ %1 no longer fits: %2</source>
        <translation>▲ %1 no longer fits: %2</translation>
    </message>
    <message>
        <source>; it would fit at %1</source>
        <translation>; it would fit at %1</translation>
    </message>
    <message>
        <source>Crosses the link %1 at %2</source>
        <translation>Crosses the link %1 at %2</translation>
    </message>
    <message>
        <source>%1–%2 of %3</source>
        <comment>rows in sight</comment>
        <translation>%1–%2 of %3</translation>
    </message>
    <message>
        <source>Flight plans</source>
        <translation>Flight plans</translation>
    </message>
    <message>
        <source>▲ conflicts with %1, %2</source>
        <translation>▲ conflicts with %1, %2</translation>
    </message>
    <message>
        <source>◆ meets %1, %2</source>
        <translation>◆ meets %1, %2</translation>
    </message>
    <message>
        <source>Mission %1</source>
        <translation>Mission %1</translation>
    </message>
    <message numerus="yes">
        <source>%n volume(s)</source>
        <translation>
            <numerusform>%n volume</numerusform>
            <numerusform>%n volumes</numerusform>
        </translation>
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
    <message>
        <source>Add base point</source>
        <translation>Add base point</translation>
    </message>
    <message>
        <source>Add delivery point</source>
        <translation>Add delivery point</translation>
    </message>
    <message>
        <source>Move node</source>
        <translation>Move node</translation>
    </message>
    <message>
        <source>Draw link</source>
        <translation>Draw link</translation>
    </message>
    <message>
        <source>Insert waypoint</source>
        <translation>Insert waypoint</translation>
    </message>
    <message>
        <source>Move waypoint</source>
        <translation>Move waypoint</translation>
    </message>
    <message>
        <source>Delete node</source>
        <translation>Delete node</translation>
    </message>
    <message>
        <source>Delete link</source>
        <translation>Delete link</translation>
    </message>
    <message>
        <source>Delete waypoint</source>
        <translation>Delete waypoint</translation>
    </message>
    <message>
        <source>Draw on the saved revision</source>
        <translation>Draw on the saved revision</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Begin</translation>
    </message>
    <message>
        <source>Change node</source>
        <translation>Change node</translation>
    </message>
    <message>
        <source>Change link</source>
        <translation>Change link</translation>
    </message>
    <message>
        <source>Change waypoint</source>
        <translation>Change waypoint</translation>
    </message>
    <message>
        <source>Change setting</source>
        <translation>Change setting</translation>
    </message>
    <message>
        <source>Change drone type</source>
        <translation>Change drone type</translation>
    </message>
    <message>
        <source>Add drone type</source>
        <translation>Add drone type</translation>
    </message>
    <message>
        <source>Delete drone type</source>
        <translation>Delete drone type</translation>
    </message>
    <message>
        <source>Import paths</source>
        <translation>Import paths</translation>
    </message>
    <message>
        <source>Change moving base</source>
        <translation>Change moving base</translation>
    </message>
    <message>
        <source>Add moving base</source>
        <translation>Add moving base</translation>
    </message>
    <message>
        <source>Add stay</source>
        <translation>Add stay</translation>
    </message>
    <message>
        <source>Delete stay</source>
        <translation>Delete stay</translation>
    </message>
    <message>
        <source>Change crossing</source>
        <translation>Change crossing</translation>
    </message>
    <message>
        <source>Add crossing</source>
        <translation>Add crossing</translation>
    </message>
    <message>
        <source>Delete crossing</source>
        <translation>Delete crossing</translation>
    </message>
    <message>
        <source>Change times</source>
        <translation>Change times</translation>
    </message>
    <message>
        <source>Add period</source>
        <translation>Add period</translation>
    </message>
    <message>
        <source>Delete period</source>
        <translation>Delete period</translation>
    </message>
    <message>
        <source>Change authority</source>
        <translation>Change authority</translation>
    </message>
    <message>
        <source>Add authority</source>
        <translation>Add authority</translation>
    </message>
    <message>
        <source>Delete authority</source>
        <translation>Delete authority</translation>
    </message>
    <message>
        <source>Draw volume</source>
        <translation>Draw volume</translation>
    </message>
    <message>
        <source>Delete volume</source>
        <translation>Delete volume</translation>
    </message>
    <message>
        <source>Change area</source>
        <translation>Change area</translation>
    </message>
    <message>
        <source>Change circle</source>
        <translation>Change circle</translation>
    </message>
    <message>
        <source>Move corner</source>
        <translation>Move corner</translation>
    </message>
    <message>
        <source>Insert corner</source>
        <translation>Insert corner</translation>
    </message>
    <message>
        <source>Delete corner</source>
        <translation>Delete corner</translation>
    </message>
    <message>
        <source>Draw on the published revision</source>
        <translation>Draw on the published revision</translation>
    </message>
    <message>
        <source>Change identifier</source>
        <translation>Change identifier</translation>
    </message>
    <message>
        <source>Change country</source>
        <translation>Change country</translation>
    </message>
    <message>
        <source>Change name</source>
        <translation>Change name</translation>
    </message>
    <message>
        <source>Change type</source>
        <translation>Change type</translation>
    </message>
    <message>
        <source>Change reason</source>
        <translation>Change reason</translation>
    </message>
    <message>
        <source>Change text</source>
        <translation>Change text</translation>
    </message>
    <message>
        <source>Change limit</source>
        <translation>Change limit</translation>
    </message>
    <message>
        <source>Draw hole</source>
        <translation>Draw hole</translation>
    </message>
</context>
<context>
    <name>haneul::fleet::FleetPanel</name>
    <message>
        <source>Filter: drone, type, answer, reason</source>
        <translation>Filter: drone, type, answer, reason</translation>
    </message>
    <message>
        <source>Filter of the fleet</source>
        <translation>Filter of the fleet</translation>
    </message>
    <message>
        <source>Only what &amp;stays</source>
        <translation>Only what &amp;stays</translation>
    </message>
    <message>
        <source>For a flight now of</source>
        <translation>For a flight now of</translation>
    </message>
    <message>
        <source> min</source>
        <translation> min</translation>
    </message>
    <message>
        <source>Minutes in the air</source>
        <translation>Minutes in the air</translation>
    </message>
    <message>
        <source> kg</source>
        <translation> kg</translation>
    </message>
    <message>
        <source>Parcels in kilograms</source>
        <translation>Parcels in kilograms</translation>
    </message>
    <message>
        <source>Be&amp;yond sight</source>
        <translation>Be&amp;yond sight</translation>
    </message>
    <message>
        <source>Readiness of the drones</source>
        <translation>Readiness of the drones</translation>
    </message>
    <message>
        <source>Checks of the chosen drone</source>
        <translation>Checks of the chosen drone</translation>
    </message>
    <message>
        <source>&amp;Battery</source>
        <translation>&amp;Battery</translation>
    </message>
    <message>
        <source>&amp;Pilot</source>
        <translation>&amp;Pilot</translation>
    </message>
    <message>
        <source>&amp;Drone…</source>
        <translation>&amp;Drone…</translation>
    </message>
    <message>
        <source>Batter&amp;y…</source>
        <translation>Batter&amp;y…</translation>
    </message>
    <message>
        <source>P&amp;ilot…</source>
        <translation>P&amp;ilot…</translation>
    </message>
    <message>
        <source>&amp;Maintenance…</source>
        <translation>&amp;Maintenance…</translation>
    </message>
    <message>
        <source>&amp;Answer for it…</source>
        <translation>&amp;Answer for it…</translation>
    </message>
    <message>
        <source>&amp;History…</source>
        <translation>&amp;History…</translation>
    </message>
    <message>
        <source>%1 of %2 drones can go. Rules: version %3. Judged at %4.</source>
        <translation>%1 of %2 drones can go. Rules: version %3. Judged at %4.</translation>
    </message>
    <message>
        <source>Choose a drone.</source>
        <translation>Choose a drone.</translation>
    </message>
    <message>
        <source>This console keeps no fleet.</source>
        <translation>This console keeps no fleet.</translation>
    </message>
    <message>
        <source>✓ %1 can go.</source>
        <translation>✓ %1 can go.</translation>
    </message>
    <message>
        <source>▲ %1 stays: %2.</source>
        <translation>▲ %1 stays: %2.</translation>
    </message>
    <message>
        <source>%1 answers for %2 until %3: %4</source>
        <translation>%1 answers for %2 until %3: %4</translation>
    </message>
    <message>
        <source>&amp;Rules…</source>
        <translation>&amp;Rules…</translation>
    </message>
    <message>
        <source>Pay&amp;loads…</source>
        <translation>Pay&amp;loads…</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <comment>check: answer</comment>
        <translation>%1: %2.</translation>
    </message>
    <message>
        <source>It is %1, needed is %2.</source>
        <comment>check</comment>
        <translation>It is %1, needed is %2.</translation>
    </message>
</context>
<context>
    <name>haneul::fleet::HistoryDialog</name>
    <message>
        <source>History of %1</source>
        <translation>History of %1</translation>
    </message>
    <message>
        <source>When, what</source>
        <translation>When, what</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Who</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Before</translation>
    </message>
    <message>
        <source>After</source>
        <translation>After</translation>
    </message>
    <message numerus="yes">
        <source>%n changes; nothing is ever overwritten.</source>
        <translation>
            <numerusform>%n change; nothing is ever overwritten.</numerusform>
            <numerusform>%n changes; nothing is ever overwritten.</numerusform>
        </translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Why</translation>
    </message>
    <message>
        <source>History of the rules</source>
        <translation>History of the rules</translation>
    </message>
</context>
<context>
    <name>haneul::fleet::ItemModel</name>
    <message>
        <source>Question</source>
        <translation>Question</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>Is</source>
        <translation>Is</translation>
    </message>
    <message>
        <source>Needed</source>
        <translation>Needed</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Reason</translation>
    </message>
</context>
<context>
    <name>haneul::fleet::OverrideForm</name>
    <message>
        <source>You answer by name for %1 although this is not ready. The judgement stays as it is; the event log keeps both.</source>
        <translation>You answer by name for %1 although this is not ready. The judgement stays as it is; the event log keeps both.</translation>
    </message>
    <message>
        <source>&amp;Question</source>
        <translation>&amp;Question</translation>
    </message>
    <message>
        <source>&amp;Reason, five characters or more</source>
        <translation>&amp;Reason, five characters or more</translation>
    </message>
    <message>
        <source>&amp;Until (UTC), not before the flight ends</source>
        <translation>&amp;Until (UTC), not before the flight ends</translation>
    </message>
    <message>
        <source>Answer for what is not ready</source>
        <translation>Answer for what is not ready</translation>
    </message>
    <message>
        <source>I &amp;answer for it</source>
        <translation>I &amp;answer for it</translation>
    </message>
</context>
<context>
    <name>haneul::fleet::PayloadsDialog</name>
    <message>
        <source>Payloads</source>
        <translation>Payloads</translation>
    </message>
    <message>
        <source>&amp;New…</source>
        <translation>&amp;New…</translation>
    </message>
    <message>
        <source>&amp;Change…</source>
        <translation>&amp;Change…</translation>
    </message>
    <message>
        <source>&amp;History…</source>
        <translation>&amp;History…</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>C&amp;lose</translation>
    </message>
    <message>
        <source>What a drone carries: the mass and the types that it fits are judged when it is assigned. What is empty is not known, and what needs it is not judged.</source>
        <translation>What a drone carries: the mass and the types that it fits are judged when it is assigned. What is empty is not known, and what needs it is not judged.</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>In use</translation>
    </message>
    <message>
        <source>&amp;Take back into use…</source>
        <translation>&amp;Take back into use…</translation>
    </message>
    <message>
        <source>&amp;Retire…</source>
        <translation>&amp;Retire…</translation>
    </message>
</context>
<context>
    <name>haneul::fleet::ReadinessModel</name>
    <message>
        <source>Drone</source>
        <translation>Drone</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Flight</source>
        <translation>Flight</translation>
    </message>
    <message>
        <source>With battery</source>
        <translation>With battery</translation>
    </message>
    <message>
        <source>With pilot</source>
        <translation>With pilot</translation>
    </message>
    <message>
        <source>What keeps it</source>
        <translation>What keeps it</translation>
    </message>
    <message>
        <source>Answered for</source>
        <translation>Answered for</translation>
    </message>
    <message>
        <source>Can go</source>
        <translation>Can go</translation>
    </message>
    <message>
        <source>Stays</source>
        <translation>Stays</translation>
    </message>
</context>
<context>
    <name>haneul::fleet::RecordForm</name>
    <message>
        <source>&amp;Why, for the history</source>
        <translation>&amp;Why, for the history</translation>
    </message>
    <message>
        <source>What is left empty is not known, and what needs it is not judged. Times are UTC.</source>
        <translation>What is left empty is not known, and what needs it is not judged. Times are UTC.</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Save</translation>
    </message>
    <message>
        <source>New type of drone</source>
        <translation>New type of drone</translation>
    </message>
    <message>
        <source>Type %1</source>
        <translation>Type %1</translation>
    </message>
    <message>
        <source>New drone</source>
        <translation>New drone</translation>
    </message>
    <message>
        <source>Drone %1</source>
        <translation>Drone %1</translation>
    </message>
    <message>
        <source>New battery</source>
        <translation>New battery</translation>
    </message>
    <message>
        <source>Battery %1</source>
        <translation>Battery %1</translation>
    </message>
    <message>
        <source>New payload</source>
        <translation>New payload</translation>
    </message>
    <message>
        <source>Payload %1</source>
        <translation>Payload %1</translation>
    </message>
    <message>
        <source>New pilot</source>
        <translation>New pilot</translation>
    </message>
    <message>
        <source>Pilot %1</source>
        <translation>Pilot %1</translation>
    </message>
    <message>
        <source>Record maintenance</source>
        <translation>Record maintenance</translation>
    </message>
    <message>
        <source>Maintenance %1</source>
        <translation>Maintenance %1</translation>
    </message>
    <message>
        <source>Ratings such as: haneul/M6 BVLOS 2027-05-01; haneul/M8</source>
        <translation>Ratings such as: haneul/M6 BVLOS 2027-05-01; haneul/M8</translation>
    </message>
    <message>
        <source>New type…</source>
        <translation>New type…</translation>
    </message>
    <message>
        <source>Is its type not in the list?</source>
        <translation>Is its type not in the list?</translation>
    </message>
    <message>
        <source>Abilities that flights ask for, such as: cargo, camera.rgb</source>
        <translation>Abilities that flights ask for, such as: cargo, camera.rgb</translation>
    </message>
</context>
<context>
    <name>haneul::fleet::RetireForm</name>
    <message>
        <source>%1 is taken out of use. Its records and history stay.</source>
        <translation>%1 is taken out of use. Its records and history stay.</translation>
    </message>
    <message>
        <source>%1 is taken back into use.</source>
        <translation>%1 is taken back into use.</translation>
    </message>
    <message>
        <source>&amp;Reason, kept with it</source>
        <translation>&amp;Reason, kept with it</translation>
    </message>
    <message>
        <source>Retire</source>
        <translation>Retire</translation>
    </message>
    <message>
        <source>Back into use</source>
        <translation>Back into use</translation>
    </message>
    <message>
        <source>Re&amp;tire it</source>
        <translation>Re&amp;tire it</translation>
    </message>
    <message>
        <source>&amp;Take it back</source>
        <translation>&amp;Take it back</translation>
    </message>
</context>
<context>
    <name>haneul::fleet::RulesForm</name>
    <message>
        <source>Version %1. What is changed here holds from the next judgement on, for every drone; each version stays in the event log.</source>
        <translation>Version %1. What is changed here holds from the next judgement on, for every drone; each version stays in the event log.</translation>
    </message>
    <message>
        <source>Version %1. Your role may read the rules, not change them.</source>
        <translation>Version %1. Your role may read the rules, not change them.</translation>
    </message>
    <message>
        <source>&amp;Reason, kept with the version</source>
        <translation>&amp;Reason, kept with the version</translation>
    </message>
    <message>
        <source>&amp;History…</source>
        <translation>&amp;History…</translation>
    </message>
    <message>
        <source>Rules of readiness</source>
        <translation>Rules of readiness</translation>
    </message>
    <message>
        <source>&amp;Save as a new version</source>
        <translation>&amp;Save as a new version</translation>
    </message>
    <message>
        <source>Somebody must be able to answer for what is not ready: name a role.</source>
        <translation>Somebody must be able to answer for what is not ready: name a role.</translation>
    </message>
</context>
<context>
    <name>haneul::fleet::Words</name>
    <message>
        <source>State of the drone</source>
        <translation>State of the drone</translation>
    </message>
    <message>
        <source>The drone is grounded or retired.</source>
        <translation>The drone is grounded or retired.</translation>
    </message>
    <message>
        <source>No drone is assigned.</source>
        <translation>No drone is assigned.</translation>
    </message>
    <message>
        <source>Type of the drone</source>
        <translation>Type of the drone</translation>
    </message>
    <message>
        <source>The limits of the type are not recorded.</source>
        <translation>The limits of the type are not recorded.</translation>
    </message>
    <message>
        <source>Mass of payloads and parcels</source>
        <translation>Mass of payloads and parcels</translation>
    </message>
    <message>
        <source>Too heavy for the type. Take less or a stronger drone.</source>
        <translation>Too heavy for the type. Take less or a stronger drone.</translation>
    </message>
    <message>
        <source>A mass or the limit of the type is not recorded.</source>
        <translation>A mass or the limit of the type is not recorded.</translation>
    </message>
    <message>
        <source>Abilities of the payloads</source>
        <translation>Abilities of the payloads</translation>
    </message>
    <message>
        <source>No payload can do all that the flight needs.</source>
        <translation>No payload can do all that the flight needs.</translation>
    </message>
    <message>
        <source>Payloads fit the type</source>
        <translation>Payloads fit the type</translation>
    </message>
    <message>
        <source>A payload is not made for this type.</source>
        <translation>A payload is not made for this type.</translation>
    </message>
    <message>
        <source>Payload in use</source>
        <translation>Payload in use</translation>
    </message>
    <message>
        <source>A payload is retired.</source>
        <translation>A payload is retired.</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Speed</translation>
    </message>
    <message>
        <source>Faster than the type may fly.</source>
        <translation>Faster than the type may fly.</translation>
    </message>
    <message>
        <source>The speed limit of the type is not recorded.</source>
        <translation>The speed limit of the type is not recorded.</translation>
    </message>
    <message>
        <source>Climb</source>
        <translation>Climb</translation>
    </message>
    <message>
        <source>Steeper than the type may climb.</source>
        <translation>Steeper than the type may climb.</translation>
    </message>
    <message>
        <source>The climb limit of the type is not recorded.</source>
        <translation>The climb limit of the type is not recorded.</translation>
    </message>
    <message>
        <source>Descent</source>
        <translation>Descent</translation>
    </message>
    <message>
        <source>Steeper than the type may descend.</source>
        <translation>Steeper than the type may descend.</translation>
    </message>
    <message>
        <source>The descent limit of the type is not recorded.</source>
        <translation>The descent limit of the type is not recorded.</translation>
    </message>
    <message>
        <source>Time in the air</source>
        <translation>Time in the air</translation>
    </message>
    <message>
        <source>Longer than a full battery lasts.</source>
        <translation>Longer than a full battery lasts.</translation>
    </message>
    <message>
        <source>The endurance of the type is not recorded.</source>
        <translation>The endurance of the type is not recorded.</translation>
    </message>
    <message>
        <source>Battery belongs to the drone</source>
        <translation>Battery belongs to the drone</translation>
    </message>
    <message>
        <source>The battery belongs to another drone.</source>
        <translation>The battery belongs to another drone.</translation>
    </message>
    <message>
        <source>No battery is assigned.</source>
        <translation>No battery is assigned.</translation>
    </message>
    <message>
        <source>Charge above the reserve</source>
        <translation>Charge above the reserve</translation>
    </message>
    <message>
        <source>Not enough for the flight and the reserve. Charge it or take another.</source>
        <translation>Not enough for the flight and the reserve. Charge it or take another.</translation>
    </message>
    <message>
        <source>No recent reading of the charge, or capacity or endurance not recorded. Read the charge.</source>
        <translation>No recent reading of the charge, or capacity or endurance not recorded. Read the charge.</translation>
    </message>
    <message>
        <source>Cycles left to the maker&apos;s limit</source>
        <translation>Cycles left to the maker&apos;s limit</translation>
    </message>
    <message>
        <source>Close to the replacement that the maker wants. Replace the battery.</source>
        <translation>Close to the replacement that the maker wants. Replace the battery.</translation>
    </message>
    <message>
        <source>The cycle count or the maker&apos;s limit is not recorded.</source>
        <translation>The cycle count or the maker&apos;s limit is not recorded.</translation>
    </message>
    <message>
        <source>Battery in use</source>
        <translation>Battery in use</translation>
    </message>
    <message>
        <source>The battery is retired.</source>
        <translation>The battery is retired.</translation>
    </message>
    <message>
        <source>Flown since the inspection</source>
        <translation>Flown since the inspection</translation>
    </message>
    <message>
        <source>The inspection by flight hours is due. Inspect the drone.</source>
        <translation>The inspection by flight hours is due. Inspect the drone.</translation>
    </message>
    <message>
        <source>No inspection with flight hours is recorded, or the interval is not.</source>
        <translation>No inspection with flight hours is recorded, or the interval is not.</translation>
    </message>
    <message>
        <source>Hours left to the inspection</source>
        <translation>Hours left to the inspection</translation>
    </message>
    <message>
        <source>The inspection by flight hours is too near.</source>
        <translation>The inspection by flight hours is too near.</translation>
    </message>
    <message>
        <source>Days since the inspection</source>
        <translation>Days since the inspection</translation>
    </message>
    <message>
        <source>The inspection by date is overdue. Inspect the drone.</source>
        <translation>The inspection by date is overdue. Inspect the drone.</translation>
    </message>
    <message>
        <source>No inspection is recorded, or the interval is not.</source>
        <translation>No inspection is recorded, or the interval is not.</translation>
    </message>
    <message>
        <source>Days left to the inspection</source>
        <translation>Days left to the inspection</translation>
    </message>
    <message>
        <source>The inspection by date is too near.</source>
        <translation>The inspection by date is too near.</translation>
    </message>
    <message>
        <source>Open defects</source>
        <translation>Open defects</translation>
    </message>
    <message>
        <source>A defect is open. Repair it and close it.</source>
        <translation>A defect is open. Repair it and close it.</translation>
    </message>
    <message>
        <source>The maintenance records are not known.</source>
        <translation>The maintenance records are not known.</translation>
    </message>
    <message>
        <source>State of the pilot</source>
        <translation>State of the pilot</translation>
    </message>
    <message>
        <source>The pilot is suspended.</source>
        <translation>The pilot is suspended.</translation>
    </message>
    <message>
        <source>No pilot is assigned.</source>
        <translation>No pilot is assigned.</translation>
    </message>
    <message>
        <source>Days left on the certificate</source>
        <translation>Days left on the certificate</translation>
    </message>
    <message>
        <source>The certificate ends before the flight does.</source>
        <translation>The certificate ends before the flight does.</translation>
    </message>
    <message>
        <source>No certificate, or no end of it, is recorded.</source>
        <translation>No certificate, or no end of it, is recorded.</translation>
    </message>
    <message>
        <source>Rating for the type</source>
        <translation>Rating for the type</translation>
    </message>
    <message>
        <source>The pilot is not rated for this type, or not any more.</source>
        <translation>The pilot is not rated for this type, or not any more.</translation>
    </message>
    <message>
        <source>The pilot&apos;s ratings are not recorded.</source>
        <translation>The pilot&apos;s ratings are not recorded.</translation>
    </message>
    <message>
        <source>Beyond visual line of sight</source>
        <translation>Beyond visual line of sight</translation>
    </message>
    <message>
        <source>The pilot may not fly this type beyond visual line of sight.</source>
        <translation>The pilot may not fly this type beyond visual line of sight.</translation>
    </message>
    <message>
        <source>Days since the last flight</source>
        <translation>Days since the last flight</translation>
    </message>
    <message>
        <source>The last flight is too long ago.</source>
        <translation>The last flight is too long ago.</translation>
    </message>
    <message>
        <source>The last flight is not recorded.</source>
        <translation>The last flight is not recorded.</translation>
    </message>
    <message>
        <source>Hours flown by the pilot</source>
        <translation>Hours flown by the pilot</translation>
    </message>
    <message>
        <source>Not enough flight hours.</source>
        <translation>Not enough flight hours.</translation>
    </message>
    <message>
        <source>The flight hours are not recorded.</source>
        <translation>The flight hours are not recorded.</translation>
    </message>
    <message>
        <source>Pilot on duty</source>
        <translation>Pilot on duty</translation>
    </message>
    <message>
        <source>The pilot is no longer on duty.</source>
        <translation>The pilot is no longer on duty.</translation>
    </message>
    <message>
        <source>Firmware version</source>
        <translation>Firmware version</translation>
    </message>
    <message>
        <source>Older than the type needs. Update the firmware.</source>
        <translation>Older than the type needs. Update the firmware.</translation>
    </message>
    <message>
        <source>The installed firmware or the least version is not recorded, or they cannot be compared.</source>
        <translation>The installed firmware or the least version is not recorded, or they cannot be compared.</translation>
    </message>
    <message>
        <source>Days left on the insurance</source>
        <translation>Days left on the insurance</translation>
    </message>
    <message>
        <source>The operator&apos;s insurance ends before the flight does.</source>
        <translation>The operator&apos;s insurance ends before the flight does.</translation>
    </message>
    <message>
        <source>The operator&apos;s insurance is not recorded.</source>
        <translation>The operator&apos;s insurance is not recorded.</translation>
    </message>
    <message>
        <source>Days left on the operator&apos;s licence</source>
        <translation>Days left on the operator&apos;s licence</translation>
    </message>
    <message>
        <source>The operator&apos;s licence ends before the flight does.</source>
        <translation>The operator&apos;s licence ends before the flight does.</translation>
    </message>
    <message>
        <source>The operator&apos;s licence is not recorded.</source>
        <translation>The operator&apos;s licence is not recorded.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>Top speed (m/s)</source>
        <translation>Top speed (m/s)</translation>
    </message>
    <message>
        <source>Fastest climb (m/s)</source>
        <translation>Fastest climb (m/s)</translation>
    </message>
    <message>
        <source>Fastest descent (m/s)</source>
        <translation>Fastest descent (m/s)</translation>
    </message>
    <message>
        <source>Endurance (s)</source>
        <translation>Endurance (s)</translation>
    </message>
    <message>
        <source>Greatest payload (kg)</source>
        <translation>Greatest payload (kg)</translation>
    </message>
    <message>
        <source>Least firmware</source>
        <translation>Least firmware</translation>
    </message>
    <message>
        <source>Inspection every (flight h)</source>
        <translation>Inspection every (flight h)</translation>
    </message>
    <message>
        <source>Inspection every (days)</source>
        <translation>Inspection every (days)</translation>
    </message>
    <message>
        <source>Replace the battery at (cycles)</source>
        <translation>Replace the battery at (cycles)</translation>
    </message>
    <message>
        <source>Capacity of a new battery (mAh)</source>
        <translation>Capacity of a new battery (mAh)</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>Operator</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation>Serial number</translation>
    </message>
    <message>
        <source>Registration</source>
        <translation>Registration</translation>
    </message>
    <message>
        <source>Firmware</source>
        <translation>Firmware</translation>
    </message>
    <message>
        <source>Flown (h)</source>
        <translation>Flown (h)</translation>
    </message>
    <message>
        <source>State</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Drone</source>
        <translation>Drone</translation>
    </message>
    <message>
        <source>Battery type</source>
        <translation>Battery type</translation>
    </message>
    <message>
        <source>Cycle count</source>
        <translation>Cycle count</translation>
    </message>
    <message>
        <source>Last charged</source>
        <translation>Last charged</translation>
    </message>
    <message>
        <source>Measured capacity (mAh)</source>
        <translation>Measured capacity (mAh)</translation>
    </message>
    <message>
        <source>Charge (%)</source>
        <translation>Charge (%)</translation>
    </message>
    <message>
        <source>Charge read at</source>
        <translation>Charge read at</translation>
    </message>
    <message>
        <source>Mass (kg)</source>
        <translation>Mass (kg)</translation>
    </message>
    <message>
        <source>Abilities</source>
        <translation>Abilities</translation>
    </message>
    <message>
        <source>Fits the types</source>
        <translation>Fits the types</translation>
    </message>
    <message>
        <source>User</source>
        <translation>User</translation>
    </message>
    <message>
        <source>Certificate number</source>
        <translation>Certificate number</translation>
    </message>
    <message>
        <source>Certificate valid until</source>
        <translation>Certificate valid until</translation>
    </message>
    <message>
        <source>Ratings</source>
        <translation>Ratings</translation>
    </message>
    <message>
        <source>Last flight</source>
        <translation>Last flight</translation>
    </message>
    <message>
        <source>Suspended</source>
        <translation>Suspended</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>When</source>
        <translation>When</translation>
    </message>
    <message>
        <source>Closed at</source>
        <translation>Closed at</translation>
    </message>
    <message>
        <source>Done by</source>
        <translation>Done by</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>You may not do this. Ask somebody with the right for it.</source>
        <translation>You may not do this. Ask somebody with the right for it.</translation>
    </message>
    <message>
        <source>This console keeps no fleet.</source>
        <translation>This console keeps no fleet.</translation>
    </message>
    <message>
        <source>Somebody has changed it meanwhile. Close this, look at it and try again.</source>
        <translation>Somebody has changed it meanwhile. Close this, look at it and try again.</translation>
    </message>
    <message>
        <source>There is one of this name already. Choose another name.</source>
        <translation>There is one of this name already. Choose another name.</translation>
    </message>
    <message>
        <source>There is no such record.</source>
        <translation>There is no such record.</translation>
    </message>
    <message>
        <source>It is retired. Take it back into use first.</source>
        <translation>It is retired. Take it back into use first.</translation>
    </message>
    <message>
        <source>Another record has this serial number.</source>
        <translation>Another record has this serial number.</translation>
    </message>
    <message>
        <source>Another drone has this registration.</source>
        <translation>Another drone has this registration.</translation>
    </message>
    <message>
        <source>Another pilot has this certificate.</source>
        <translation>Another pilot has this certificate.</translation>
    </message>
    <message>
        <source>This user is another pilot already.</source>
        <translation>This user is another pilot already.</translation>
    </message>
    <message>
        <source>There is no such type of drone. Record the type first.</source>
        <translation>There is no such type of drone. Record the type first.</translation>
    </message>
    <message>
        <source>There is no such drone.</source>
        <translation>There is no such drone.</translation>
    </message>
    <message>
        <source>There is no such battery.</source>
        <translation>There is no such battery.</translation>
    </message>
    <message>
        <source>There is no such pilot.</source>
        <translation>There is no such pilot.</translation>
    </message>
    <message>
        <source>There is no user of this name.</source>
        <translation>There is no user of this name.</translation>
    </message>
    <message>
        <source>This has not happened yet. Correct the time.</source>
        <translation>This has not happened yet. Correct the time.</translation>
    </message>
    <message>
        <source>Drones of this type are in use. Retire them first.</source>
        <translation>Drones of this type are in use. Retire them first.</translation>
    </message>
    <message>
        <source>Say why.</source>
        <translation>Say why.</translation>
    </message>
    <message>
        <source>A name has 1 to 64 letters, digits, &apos;-&apos;, &apos;_&apos; or &apos;.&apos;.</source>
        <translation>A name has 1 to 64 letters, digits, &apos;-&apos;, &apos;_&apos; or &apos;.&apos;.</translation>
    </message>
    <message>
        <source>A value is not accepted. Correct it.</source>
        <translation>A value is not accepted. Correct it.</translation>
    </message>
    <message>
        <source>It is so already.</source>
        <translation>It is so already.</translation>
    </message>
    <message>
        <source>It must last to the end of the flight and at most seven days.</source>
        <translation>It must last to the end of the flight and at most seven days.</translation>
    </message>
    <message>
        <source>The flight that is asked about is not sound.</source>
        <translation>The flight that is asked about is not sound.</translation>
    </message>
    <message>
        <source>Your role may not answer for what is not ready.</source>
        <translation>Your role may not answer for what is not ready.</translation>
    </message>
    <message>
        <source>Give a reason of five characters or more.</source>
        <translation>Give a reason of five characters or more.</translation>
    </message>
    <message>
        <source>This is ready: nobody need answer for it.</source>
        <translation>This is ready: nobody need answer for it.</translation>
    </message>
    <message>
        <source>Airframe</source>
        <translation>Airframe</translation>
    </message>
    <message>
        <source>Battery</source>
        <translation>Battery</translation>
    </message>
    <message>
        <source>Maintenance</source>
        <translation>Maintenance</translation>
    </message>
    <message>
        <source>Pilot</source>
        <translation>Pilot</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Ready</translation>
    </message>
    <message>
        <source>Not judged</source>
        <translation>Not judged</translation>
    </message>
    <message>
        <source>Not ready</source>
        <translation>Not ready</translation>
    </message>
    <message>
        <source>Serviceable</source>
        <translation>Serviceable</translation>
    </message>
    <message>
        <source>Grounded</source>
        <translation>Grounded</translation>
    </message>
    <message>
        <source>Retired</source>
        <translation>Retired</translation>
    </message>
    <message>
        <source>Inspection</source>
        <translation>Inspection</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>Repair</translation>
    </message>
    <message>
        <source>Defect</source>
        <translation>Defect</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Saved</translation>
    </message>
    <message>
        <source>Back in use</source>
        <translation>Back in use</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Ends soon.</source>
        <translation>Ends soon.</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Charge left after the landing</source>
        <translation>Charge left after the landing</translation>
    </message>
    <message>
        <source>A reading of the charge counts for</source>
        <translation>A reading of the charge counts for</translation>
    </message>
    <message>
        <source>Cycles left to the maker&apos;s limit of the battery</source>
        <translation>Cycles left to the maker&apos;s limit of the battery</translation>
    </message>
    <message>
        <source>Flight hours left to the inspection</source>
        <translation>Flight hours left to the inspection</translation>
    </message>
    <message>
        <source>The pilot&apos;s last flight is no longer ago than</source>
        <translation>The pilot&apos;s last flight is no longer ago than</translation>
    </message>
    <message>
        <source>The pilot has flown at least</source>
        <translation>The pilot has flown at least</translation>
    </message>
    <message>
        <source>Papers that end within this are said</source>
        <translation>Papers that end within this are said</translation>
    </message>
    <message>
        <source>Who may answer for what is not ready</source>
        <translation>Who may answer for what is not ready</translation>
    </message>
    <message>
        <source>The rules are not sound: every number is above zero, and a role is named.</source>
        <translation>The rules are not sound: every number is above zero, and a role is named.</translation>
    </message>
    <message>
        <source>Flown</source>
        <translation>Flown</translation>
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
    <message>
        <source>Organisation saved</source>
        <translation>Organisation saved</translation>
    </message>
    <message>
        <source>Organisation of a user set</source>
        <translation>Organisation of a user set</translation>
    </message>
    <message>
        <source>Rule of two approvals asked for, waits for a second administrator</source>
        <translation>Rule of two approvals asked for, waits for a second administrator</translation>
    </message>
    <message>
        <source>Rule of two approvals set</source>
        <translation>Rule of two approvals set</translation>
    </message>
    <message>
        <source>Security alarm raised</source>
        <translation>Security alarm raised</translation>
    </message>
    <message>
        <source>Security alarm acknowledged</source>
        <translation>Security alarm acknowledged</translation>
    </message>
    <message>
        <source>Security alarm over</source>
        <translation>Security alarm over</translation>
    </message>
    <message>
        <source>Notice sent</source>
        <translation>Notice sent</translation>
    </message>
    <message>
        <source>Notice acknowledged</source>
        <translation>Notice acknowledged</translation>
    </message>
    <message>
        <source>Delivery of a notice tried</source>
        <translation>Delivery of a notice tried</translation>
    </message>
    <message>
        <source>Notice sent again</source>
        <translation>Notice sent again</translation>
    </message>
    <message>
        <source>Own ways of notices set</source>
        <translation>Own ways of notices set</translation>
    </message>
    <message>
        <source>Channel of notices set</source>
        <translation>Channel of notices set</translation>
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
    <message>
        <source>Deliveries cannot be shown</source>
        <translation>Deliveries cannot be shown</translation>
    </message>
    <message>
        <source>Missions not told over MQTT</source>
        <translation>Missions not told over MQTT</translation>
    </message>
    <message>
        <source>Security: many failed log-ins to one account</source>
        <translation>Security: many failed log-ins to one account</translation>
    </message>
    <message>
        <source>Security alarm over</source>
        <translation>Security alarm over</translation>
    </message>
    <message>
        <source>Security: many failed log-ins from one address</source>
        <translation>Security: many failed log-ins from one address</translation>
    </message>
    <message>
        <source>Security: many failed log-ins</source>
        <translation>Security: many failed log-ins</translation>
    </message>
    <message>
        <source>Security: many calls not allowed</source>
        <translation>Security: many calls not allowed</translation>
    </message>
    <message>
        <source>Security: many calls without a good token</source>
        <translation>Security: many calls without a good token</translation>
    </message>
    <message>
        <source>Security: many calls above the allowed rate</source>
        <translation>Security: many calls above the allowed rate</translation>
    </message>
    <message>
        <source>Licence expired</source>
        <translation>Licence expired</translation>
    </message>
    <message>
        <source>Licence expires soon</source>
        <translation>Licence expires soon</translation>
    </message>
    <message>
        <source>Insurance expired</source>
        <translation>Insurance expired</translation>
    </message>
    <message>
        <source>Insurance expires soon</source>
        <translation>Insurance expires soon</translation>
    </message>
    <message>
        <source>%2 failed log-ins to %1</source>
        <translation>%2 failed log-ins to %1</translation>
    </message>
    <message>
        <source>%2 failed log-ins from %1</source>
        <translation>%2 failed log-ins from %1</translation>
    </message>
    <message>
        <source>%1 failed log-ins from everywhere</source>
        <translation>%1 failed log-ins from everywhere</translation>
    </message>
    <message>
        <source>%2 calls by %1 that were not allowed</source>
        <translation>%2 calls by %1 that were not allowed</translation>
    </message>
    <message>
        <source>%2 calls from %1 without a good token</source>
        <translation>%2 calls from %1 without a good token</translation>
    </message>
    <message>
        <source>%2 calls by %1 above the allowed rate</source>
        <translation>%2 calls by %1 above the allowed rate</translation>
    </message>
    <message>
        <source>%1: the last day was %2</source>
        <translation>%1: the last day was %2</translation>
    </message>
    <message>
        <source>%1: the last day is %2</source>
        <translation>%1: the last day is %2</translation>
    </message>
    <message>
        <source>Zones not told over MQTT</source>
        <translation>Zones not told over MQTT</translation>
    </message>
    <message>
        <source>Local planner without its policy</source>
        <translation>Local planner without its policy</translation>
    </message>
    <message>
        <source>Requests are not logged</source>
        <translation>Requests are not logged</translation>
    </message>
    <message>
        <source>The file of the request log cannot be written: %1</source>
        <translation>The file of the request log cannot be written: %1</translation>
    </message>
    <message>
        <source>Heights above the ellipsoid (W84) are not compared with heights above mean sea level: %1</source>
        <translation>Heights above the ellipsoid (W84) are not compared with heights above mean sea level: %1</translation>
    </message>
    <message>
        <source>No geoid</source>
        <translation>No geoid</translation>
    </message>
    <message>
        <source>A dataset of the ground cannot be used</source>
        <translation>A dataset of the ground cannot be used</translation>
    </message>
    <message>
        <source>A zone cannot be shown</source>
        <translation>A zone cannot be shown</translation>
    </message>
    <message>
        <source>Flight plans cannot be shown</source>
        <translation>Flight plans cannot be shown</translation>
    </message>
    <message>
        <source>Gateway does not take the offer</source>
        <translation>Gateway does not take the offer</translation>
    </message>
    <message>
        <source>What this instance offers to the gateway is not taken: %1</source>
        <translation>What this instance offers to the gateway is not taken: %1</translation>
    </message>
    <message>
        <source>The event log can be written again</source>
        <translation>The event log can be written again</translation>
    </message>
    <message>
        <source>Nobody can add users yet: the first administrator is made at the log-in, with the set-up code that the program showed when it started</source>
        <translation>Nobody can add users yet: the first administrator is made at the log-in, with the set-up code that the program showed when it started</translation>
    </message>
    <message>
        <source>The local planner flies by its rule: %1</source>
        <translation>The local planner flies by its rule: %1</translation>
    </message>
    <message>
        <source>The zone %1 is in the log but cannot be read</source>
        <translation>The zone %1 is in the log but cannot be read</translation>
    </message>
    <message>
        <source>Decisions about flight plans are in the log but cannot be read: %1</source>
        <translation>Decisions about flight plans are in the log but cannot be read: %1</translation>
    </message>
    <message>
        <source>Decisions about deliveries are in the log but cannot be read: %1</source>
        <translation>Decisions about deliveries are in the log but cannot be read: %1</translation>
    </message>
    <message>
        <source>The broker is away: of the messages about missions only the last %1 are kept</source>
        <translation>The broker is away: of the messages about missions only the last %1 are kept</translation>
    </message>
    <message>
        <source>The broker is away: of the messages about zones only the last %1 are kept</source>
        <translation>The broker is away: of the messages about zones only the last %1 are kept</translation>
    </message>
</context>
<context>
    <name>haneul::network::Fields</name>
    <message>
        <source>a number</source>
        <translation>a number</translation>
    </message>
    <message>
        <source>a number above 0</source>
        <translation>a number above 0</translation>
    </message>
    <message>
        <source>seconds from 0, to the millisecond</source>
        <translation>seconds from 0, to the millisecond</translation>
    </message>
    <message>
        <source>seconds from 0, to the millisecond, or nothing</source>
        <translation>seconds from 0, to the millisecond, or nothing</translation>
    </message>
    <message>
        <source>a number above 0, or nothing</source>
        <translation>a number above 0, or nothing</translation>
    </message>
    <message>
        <source>a number, or nothing</source>
        <translation>a number, or nothing</translation>
    </message>
    <message>
        <source>a whole number from 1</source>
        <translation>a whole number from 1</translation>
    </message>
    <message>
        <source>a whole number from 1, or nothing</source>
        <translation>a whole number from 1, or nothing</translation>
    </message>
    <message>
        <source>1 to 32 letters, digits, - _ or ., and not the id of another one</source>
        <translation>1 to 32 letters, digits, - _ or ., and not the id of another one</translation>
    </message>
    <message>
        <source>degrees from -90 to 90</source>
        <translation>degrees from -90 to 90</translation>
    </message>
    <message>
        <source>degrees from -180 to 180</source>
        <translation>degrees from -180 to 180</translation>
    </message>
    <message>
        <source>one of the list</source>
        <translation>one of the list</translation>
    </message>
    <message>
        <source>a node that has no other link to the node at the other end</source>
        <translation>a node that has no other link to the node at the other end</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Latitude (°)</source>
        <translation>Latitude (°)</translation>
    </message>
    <message>
        <source>Longitude (°)</source>
        <translation>Longitude (°)</translation>
    </message>
    <message>
        <source>Ground (m AMSL)</source>
        <translation>Ground (m AMSL)</translation>
    </message>
    <message>
        <source>Top (m AMSL)</source>
        <translation>Top (m AMSL)</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Places</translation>
    </message>
    <message>
        <source>Buffer (s)</source>
        <translation>Buffer (s)</translation>
    </message>
    <message>
        <source>Load (s)</source>
        <translation>Load (s)</translation>
    </message>
    <message>
        <source>Unload (s)</source>
        <translation>Unload (s)</translation>
    </message>
    <message>
        <source>Serve (s)</source>
        <translation>Serve (s)</translation>
    </message>
    <message>
        <source>Drop (s)</source>
        <translation>Drop (s)</translation>
    </message>
    <message>
        <source>Take-off, measured (s)</source>
        <translation>Take-off, measured (s)</translation>
    </message>
    <message>
        <source>Landing, measured (s)</source>
        <translation>Landing, measured (s)</translation>
    </message>
    <message>
        <source>From</source>
        <translation>From</translation>
    </message>
    <message>
        <source>To</source>
        <translation>To</translation>
    </message>
    <message>
        <source>Track</source>
        <translation>Track</translation>
    </message>
    <message>
        <source>At waypoints</source>
        <translation>At waypoints</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>Shape</translation>
    </message>
    <message>
        <source>Speed (m/s)</source>
        <translation>Speed (m/s)</translation>
    </message>
    <message>
        <source>Flight, measured (s)</source>
        <translation>Flight, measured (s)</translation>
    </message>
    <message>
        <source>Length (m)</source>
        <translation>Length (m)</translation>
    </message>
    <message>
        <source>Flight (s)</source>
        <translation>Flight (s)</translation>
    </message>
    <message>
        <source>Verification</source>
        <translation>Verification</translation>
    </message>
    <message>
        <source>Height (m AMSL)</source>
        <translation>Height (m AMSL)</translation>
    </message>
    <message>
        <source>Id of the network</source>
        <translation>Id of the network</translation>
    </message>
    <message>
        <source>while it is new: 1 to 32 letters, digits, - _ or ., and not the id of another network</source>
        <translation>while it is new: 1 to 32 letters, digits, - _ or ., and not the id of another network</translation>
    </message>
    <message>
        <source>Name of the network</source>
        <translation>Name of the network</translation>
    </message>
    <message>
        <source>Base of missions that name none</source>
        <translation>Base of missions that name none</translation>
    </message>
    <message>
        <source>Headway on a link, same direction (s)</source>
        <translation>Headway on a link, same direction (s)</translation>
    </message>
    <message>
        <source>Buffer at a node (s)</source>
        <translation>Buffer at a node (s)</translation>
    </message>
    <message>
        <source>Buffer between opposite directions (s)</source>
        <translation>Buffer between opposite directions (s)</translation>
    </message>
    <message>
        <source>Hover at the top after take-off (s)</source>
        <translation>Hover at the top after take-off (s)</translation>
    </message>
    <message>
        <source>Hover at the top before landing (s)</source>
        <translation>Hover at the top before landing (s)</translation>
    </message>
    <message>
        <source>Separation at crossings found (s)</source>
        <translation>Separation at crossings found (s)</translation>
    </message>
    <message>
        <source>Links farther apart in height do not cross (m)</source>
        <translation>Links farther apart in height do not cross (m)</translation>
    </message>
    <message>
        <source>Drones; nothing: as many as are needed</source>
        <translation>Drones; nothing: as many as are needed</translation>
    </message>
    <message>
        <source>Turnaround of a drone after a mission (s)</source>
        <translation>Turnaround of a drone after a mission (s)</translation>
    </message>
    <message>
        <source>seconds from 0, once the number of drones is given</source>
        <translation>seconds from 0, once the number of drones is given</translation>
    </message>
    <message>
        <source>Preparation from the order to the earliest start (s)</source>
        <translation>Preparation from the order to the earliest start (s)</translation>
    </message>
    <message>
        <source>Batching window; 0: every order flies alone (s)</source>
        <translation>Batching window; 0: every order flies alone (s)</translation>
    </message>
    <message>
        <source>Most stops of a mission by batching</source>
        <translation>Most stops of a mission by batching</translation>
    </message>
    <message>
        <source>Drone type</source>
        <translation>Drone type</translation>
    </message>
    <message>
        <source>Take-off (m/s)</source>
        <translation>Take-off (m/s)</translation>
    </message>
    <message>
        <source>Flight (m/s)</source>
        <translation>Flight (m/s)</translation>
    </message>
    <message>
        <source>Landing (m/s)</source>
        <translation>Landing (m/s)</translation>
    </message>
    <message>
        <source>Acceleration (m/s²)</source>
        <translation>Acceleration (m/s²)</translation>
    </message>
    <message>
        <source>Deceleration (m/s²)</source>
        <translation>Deceleration (m/s²)</translation>
    </message>
    <message>
        <source>Turn rate (°/s)</source>
        <translation>Turn rate (°/s)</translation>
    </message>
    <message>
        <source>Endurance (s)</source>
        <translation>Endurance (s)</translation>
    </message>
    <message>
        <source>Range (m)</source>
        <translation>Range (m)</translation>
    </message>
    <message>
        <source>Largest payload (kg)</source>
        <translation>Largest payload (kg)</translation>
    </message>
    <message>
        <source>a time in UTC such as 10:05, 10:05:30 or 2026-11-21 10:05; without a day the nearest</source>
        <translation>a time in UTC such as 10:05, 10:05:30 or 2026-11-21 10:05; without a day the nearest</translation>
    </message>
    <message>
        <source>1 to 32 letters, digits, - _ or ., and not the id of a node or of another moving base</source>
        <translation>1 to 32 letters, digits, - _ or ., and not the id of a node or of another moving base</translation>
    </message>
    <message>
        <source>a base point of this network</source>
        <translation>a base point of this network</translation>
    </message>
    <message>
        <source>a link of this network, and not the other one of the crossing</source>
        <translation>a link of this network, and not the other one of the crossing</translation>
    </message>
    <message>
        <source>per cent of the way, from 0 to 100</source>
        <translation>per cent of the way, from 0 to 100</translation>
    </message>
    <message>
        <source>Moving base</source>
        <translation>Moving base</translation>
    </message>
    <message>
        <source>Stands at</source>
        <translation>Stands at</translation>
    </message>
    <message>
        <source>From (UTC)</source>
        <translation>From (UTC)</translation>
    </message>
    <message>
        <source>Until (UTC)</source>
        <translation>Until (UTC)</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Link</translation>
    </message>
    <message>
        <source>At (% of its way)</source>
        <translation>At (% of its way)</translation>
    </message>
    <message>
        <source>crosses the link</source>
        <translation>crosses the link</translation>
    </message>
    <message>
        <source>at (% of its way)</source>
        <translation>at (% of its way)</translation>
    </message>
    <message>
        <source>Separation (s)</source>
        <translation>Separation (s)</translation>
    </message>
</context>
<context>
    <name>haneul::network::Files</name>
    <message>
        <source>The return home is left out</source>
        <translation>The return home is left out</translation>
    </message>
    <message>
        <source>It is a ring, not a way from place to place</source>
        <translation>It is a ring, not a way from place to place</translation>
    </message>
    <message>
        <source>Its heights are above a ground that the file does not tell</source>
        <translation>Its heights are above a ground that the file does not tell</translation>
    </message>
    <message>
        <source>What its heights are measured from is not known</source>
        <translation>What its heights are measured from is not known</translation>
    </message>
    <message>
        <source>%1 single places are not paths and are left out</source>
        <translation>%1 single places are not paths and are left out</translation>
    </message>
    <message>
        <source>Its verification counts there, not here</source>
        <translation>Its verification counts there, not here</translation>
    </message>
    <message>
        <source>%1 points and areas are not paths and are left out</source>
        <translation>%1 points and areas are not paths and are left out</translation>
    </message>
    <message>
        <source>%1 lines of fewer than two points are left out</source>
        <translation>%1 lines of fewer than two points are left out</translation>
    </message>
    <message>
        <source>It has fewer than two points</source>
        <translation>It has fewer than two points</translation>
    </message>
    <message>
        <source>The file has no heights for it: give one above</source>
        <translation>The file has no heights for it: give one above</translation>
    </message>
    <message>
        <source>Its heights are above the WGS84 ellipsoid, and how far that is from mean sea level here is not known</source>
        <translation>Its heights are above the WGS84 ellipsoid, and how far that is from mean sea level here is not known</translation>
    </message>
    <message>
        <source>It ends where it begins: a link leads to another node</source>
        <translation>It ends where it begins: a link leads to another node</translation>
    </message>
    <message>
        <source>These two nodes are linked already</source>
        <translation>These two nodes are linked already</translation>
    </message>
</context>
<context>
    <name>haneul::network::FindingTable</name>
    <message>
        <source>Judgement</source>
        <translation>Judgement</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Where</translation>
    </message>
    <message>
        <source>What</source>
        <translation>What</translation>
    </message>
</context>
<context>
    <name>haneul::network::LinkDialog</name>
    <message>
        <source>New link</source>
        <translation>New link</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Add link</source>
        <translation>Add link</translation>
    </message>
    <message>
        <source>From</source>
        <translation>From</translation>
    </message>
    <message>
        <source>To</source>
        <translation>To</translation>
    </message>
    <message>
        <source>A link leads to another node.</source>
        <translation>A link leads to another node.</translation>
    </message>
    <message>
        <source>There is a link between these two already.</source>
        <translation>There is a link between these two already.</translation>
    </message>
</context>
<context>
    <name>haneul::network::NetworkOverlay</name>
    <message>
        <source>%1 m</source>
        <translation>%1 m</translation>
    </message>
    <message>
        <source>%1 km</source>
        <translation>%1 km</translation>
    </message>
    <message>
        <source>Ground %1 m, top %2 m AMSL</source>
        <translation>Ground %1 m, top %2 m AMSL</translation>
    </message>
    <message>
        <source>Ground not known, top %1 m AMSL</source>
        <translation>Ground not known, top %1 m AMSL</translation>
    </message>
    <message>
        <source>Places to land: %1</source>
        <translation>Places to land: %1</translation>
    </message>
    <message>
        <source>%1 measured</source>
        <translation>%1 measured</translation>
    </message>
    <message>
        <source>%1 from top to top</source>
        <translation>%1 from top to top</translation>
    </message>
    <message>
        <source>%1 track · %2 · %3</source>
        <translation>%1 track · %2 · %3</translation>
    </message>
    <message>
        <source>Crossing of %1 and %2
Drones pass it %3 apart</source>
        <translation>Crossing of %1 and %2
Drones pass it %3 apart</translation>
    </message>
    <message>
        <source>Mission %1: %2 to %3, %4</source>
        <translation>Mission %1: %2 to %3, %4</translation>
    </message>
    <message>
        <source>in all %1</source>
        <translation>in all %1</translation>
    </message>
    <message>
        <source>%1 stands here from %2 to %3</source>
        <comment>moving base</comment>
        <translation>%1 stands here from %2 to %3</translation>
    </message>
</context>
<context>
    <name>haneul::network::NetworkPanel</name>
    <message>
        <source>Findings</source>
        <translation>Findings</translation>
    </message>
    <message>
        <source>Findings (%1)</source>
        <translation>Findings (%1)</translation>
    </message>
    <message>
        <source>This console has no delivery service</source>
        <translation>This console has no delivery service</translation>
    </message>
    <message>
        <source>New network, not saved yet; kept across restarts</source>
        <translation>New network, not saved yet; kept across restarts</translation>
    </message>
    <message>
        <source>Draft on revision %1, not saved yet; kept across restarts</source>
        <translation>Draft on revision %1, not saved yet; kept across restarts</translation>
    </message>
    <message>
        <source>Draft on revision %1, nothing changed</source>
        <translation>Draft on revision %1, nothing changed</translation>
    </message>
    <message>
        <source>meanwhile %1 has saved revision %2</source>
        <translation>meanwhile %1 has saved revision %2</translation>
    </message>
    <message>
        <source>Revision %1, saved by %2, %3</source>
        <translation>Revision %1, saved by %2, %3</translation>
    </message>
    <message>
        <source>No network is saved yet</source>
        <translation>No network is saved yet</translation>
    </message>
    <message>
        <source>read only: changing needs the right network.write</source>
        <translation>read only: changing needs the right network.write</translation>
    </message>
    <message>
        <source>%1 errors, %2 not judged, %3 hints</source>
        <translation>%1 errors, %2 not judged, %3 hints</translation>
    </message>
    <message>
        <source>Waypoints of %1</source>
        <translation>Waypoints of %1</translation>
    </message>
    <message>
        <source>Waypoints of the chosen link</source>
        <translation>Waypoints of the chosen link</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Saved</translation>
    </message>
    <message>
        <source>Saved by somebody else</source>
        <translation>Saved by somebody else</translation>
    </message>
    <message>
        <source>%1 has saved revision %2 while this draft was drawn on revision %3.</source>
        <translation>%1 has saved revision %2 while this draft was drawn on revision %3.</translation>
    </message>
    <message>
        <source>The network has been removed while this draft was drawn on revision %1.</source>
        <translation>The network has been removed while this draft was drawn on revision %1.</translation>
    </message>
    <message>
        <source>Save this draft over it</source>
        <translation>Save this draft over it</translation>
    </message>
    <message>
        <source>Discard this draft, show what is saved</source>
        <translation>Discard this draft, show what is saved</translation>
    </message>
    <message>
        <source>Go on drafting</source>
        <translation>Go on drafting</translation>
    </message>
    <message>
        <source>Discard draft</source>
        <translation>Discard draft</translation>
    </message>
    <message>
        <source>Everything changed since it was last saved will be lost.</source>
        <translation>Everything changed since it was last saved will be lost.</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Discard</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Keep</translation>
    </message>
    <message>
        <source>Delete network</source>
        <translation>Delete network</translation>
    </message>
    <message>
        <source>Delete the network %1? What was flown on it stays in the log.</source>
        <translation>Delete the network %1? What was flown on it stays in the log.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>%1 is deleted</source>
        <translation>%1 is deleted</translation>
    </message>
    <message>
        <source>Verify link</source>
        <translation>Verify link</translation>
    </message>
    <message>
        <source>What shows that %1 can be flown, such as the number of the test flight?</source>
        <translation>What shows that %1 can be flown, such as the number of the test flight?</translation>
    </message>
    <message>
        <source>%1 is verified</source>
        <translation>%1 is verified</translation>
    </message>
    <message>
        <source>Withdraw verification</source>
        <translation>Withdraw verification</translation>
    </message>
    <message>
        <source>Why must %1 not be used any more?</source>
        <translation>Why must %1 not be used any more?</translation>
    </message>
    <message>
        <source>The verification of %1 is withdrawn</source>
        <translation>The verification of %1 is withdrawn</translation>
    </message>
    <message>
        <source>Import paths</source>
        <translation>Import paths</translation>
    </message>
    <message>
        <source>Paths (%1)</source>
        <translation>Paths (%1)</translation>
    </message>
    <message>
        <source>Export network</source>
        <translation>Export network</translation>
    </message>
    <message>
        <source>Plan of the chosen link (%1)</source>
        <translation>Plan of the chosen link (%1)</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>Written: %1</translation>
    </message>
    <message>
        <source>Nodes</source>
        <translation>Nodes</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>Links</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Drone types</source>
        <translation>Drone types</translation>
    </message>
    <message>
        <source>New</source>
        <translation>New</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Show all</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Withdraw</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>Select</source>
        <translation>Select</translation>
    </message>
    <message>
        <source>Base</source>
        <translation>Base</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>Delivery</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Link</translation>
    </message>
    <message>
        <source>By ends</source>
        <translation>By ends</translation>
    </message>
    <message>
        <source>Waypoint</source>
        <translation>Waypoint</translation>
    </message>
    <message>
        <source>Delete item</source>
        <translation>Delete item</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Network</translation>
    </message>
    <message>
        <source>Nodes of the network</source>
        <translation>Nodes of the network</translation>
    </message>
    <message>
        <source>Links of the network</source>
        <translation>Links of the network</translation>
    </message>
    <message>
        <source>Settings of the network</source>
        <translation>Settings of the network</translation>
    </message>
    <message>
        <source>Drone types of the network</source>
        <translation>Drone types of the network</translation>
    </message>
    <message>
        <source>Findings; Enter goes there</source>
        <translation>Findings; Enter goes there</translation>
    </message>
    <message>
        <source>Add drone type</source>
        <translation>Add drone type</translation>
    </message>
    <message>
        <source>Delete drone type</source>
        <translation>Delete drone type</translation>
    </message>
    <message>
        <source>State of the network</source>
        <translation>State of the network</translation>
    </message>
    <message>
        <source>Moving bases</source>
        <translation>Moving bases</translation>
    </message>
    <message>
        <source>Crossings</source>
        <translation>Crossings</translation>
    </message>
    <message>
        <source>Add moving base</source>
        <translation>Add moving base</translation>
    </message>
    <message>
        <source>Add stay</source>
        <translation>Add stay</translation>
    </message>
    <message>
        <source>Declare crossing</source>
        <translation>Declare crossing</translation>
    </message>
    <message>
        <source>Moving bases: where they stand, and when</source>
        <translation>Moving bases: where they stand, and when</translation>
    </message>
    <message>
        <source>Declared crossings of links</source>
        <translation>Declared crossings of links</translation>
    </message>
</context>
<context>
    <name>haneul::network::NetworkTool</name>
    <message>
        <source>Base points: click where one stands. Return: pointer or middle. Esc: end</source>
        <translation>Base points: click where one stands. Return: pointer or middle. Esc: end</translation>
    </message>
    <message>
        <source>Delivery points: click where one stands. Return: pointer or middle. Esc: end</source>
        <translation>Delivery points: click where one stands. Return: pointer or middle. Esc: end</translation>
    </message>
    <message>
        <source>Link: click the node where it begins. Return: pointer or middle. Esc: end</source>
        <translation>Link: click the node where it begins. Return: pointer or middle. Esc: end</translation>
    </message>
    <message>
        <source>Link from %1: click waypoints, then the node where it ends. Ctrl: whole metres, 15°. Backspace: one back</source>
        <translation>Link from %1: click waypoints, then the node where it ends. Ctrl: whole metres, 15°. Backspace: one back</translation>
    </message>
</context>
<context>
    <name>haneul::network::PathDialog</name>
    <message>
        <source>Import paths from %1</source>
        <translation>Import paths from %1</translation>
    </message>
    <message>
        <source>Height of paths that have none (m AMSL)</source>
        <translation>Height of paths that have none (m AMSL)</translation>
    </message>
    <message>
        <source>The heights of this file are above mean sea level</source>
        <translation>The heights of this file are above mean sea level</translation>
    </message>
    <message>
        <source>Paths of the file; Space takes or leaves out</source>
        <translation>Paths of the file; Space takes or leaves out</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Take %1 paths</source>
        <translation>Take %1 paths</translation>
    </message>
</context>
<context>
    <name>haneul::network::PathTable</name>
    <message>
        <source>without a name</source>
        <translation>without a name</translation>
    </message>
    <message>
        <source>Refused: %1</source>
        <translation>Refused: %1</translation>
    </message>
    <message>
        <source>Is taken</source>
        <translation>Is taken</translation>
    </message>
    <message>
        <source>Is left out</source>
        <translation>Is left out</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Path</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Points</translation>
    </message>
    <message>
        <source>Length (m)</source>
        <translation>Length (m)</translation>
    </message>
    <message>
        <source>Judgement</source>
        <translation>Judgement</translation>
    </message>
</context>
<context>
    <name>haneul::network::ReasonDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>haneul::network::SettingTable</name>
    <message>
        <source>Setting</source>
        <translation>Setting</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Value</translation>
    </message>
</context>
<context>
    <name>haneul::network::SketchTable</name>
    <message>
        <source>“%1” is not a value for “%2”. Accepted: %3</source>
        <translation>“%1” is not a value for “%2”. Accepted: %3</translation>
    </message>
</context>
<context>
    <name>haneul::network::Words</name>
    <message>
        <source>Base</source>
        <translation>Base</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>Delivery</translation>
    </message>
    <message>
        <source>Single</source>
        <translation>Single</translation>
    </message>
    <message>
        <source>Double</source>
        <translation>Double</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Fly through</source>
        <translation>Fly through</translation>
    </message>
    <message>
        <source>Straight</source>
        <translation>Straight</translation>
    </message>
    <message>
        <source>Curve</source>
        <translation>Curve</translation>
    </message>
    <message>
        <source>✖ Error</source>
        <translation>✖ Error</translation>
    </message>
    <message>
        <source>? Not judged</source>
        <translation>? Not judged</translation>
    </message>
    <message>
        <source>▸ Hint</source>
        <translation>▸ Hint</translation>
    </message>
    <message>
        <source>The ground level is not known: flights to and from here cannot be timed</source>
        <translation>The ground level is not known: flights to and from here cannot be timed</translation>
    </message>
    <message>
        <source>No test flight has verified this link: it cannot be used</source>
        <translation>No test flight has verified this link: it cannot be used</translation>
    </message>
    <message>
        <source>The network has no base point</source>
        <translation>The network has no base point</translation>
    </message>
    <message>
        <source>No link leads here</source>
        <translation>No link leads here</translation>
    </message>
    <message>
        <source>It cannot be reached from the base</source>
        <translation>It cannot be reached from the base</translation>
    </message>
    <message>
        <source>A waypoint lies below the ground of an end</source>
        <translation>A waypoint lies below the ground of an end</translation>
    </message>
    <message>
        <source>Another node is nearer than 20 m</source>
        <translation>Another node is nearer than 20 m</translation>
    </message>
    <message>
        <source>Another one has the same id</source>
        <translation>Another one has the same id</translation>
    </message>
    <message>
        <source>An id is 1 to 32 letters, digits, - _ or .</source>
        <translation>An id is 1 to 32 letters, digits, - _ or .</translation>
    </message>
    <message>
        <source>There are two links between the same nodes</source>
        <translation>There are two links between the same nodes</translation>
    </message>
    <message>
        <source>Both ends are the same node</source>
        <translation>Both ends are the same node</translation>
    </message>
    <message>
        <source>The top of the column is not above the ground</source>
        <translation>The top of the column is not above the ground</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>Not verified: cannot be used</source>
        <translation>Not verified: cannot be used</translation>
    </message>
    <message>
        <source>Verified by %1, %2</source>
        <translation>Verified by %1, %2</translation>
    </message>
    <message>
        <source>verified</source>
        <translation>verified</translation>
    </message>
    <message>
        <source>not verified</source>
        <translation>not verified</translation>
    </message>
    <message>
        <source>A moving base stands at base points, one stay after the other, each ending after it begins</source>
        <translation>A moving base stands at base points, one stay after the other, each ending after it begins</translation>
    </message>
    <message>
        <source>A crossing is of two links of the network</source>
        <translation>A crossing is of two links of the network</translation>
    </message>
    <message>
        <source>Crossing %1</source>
        <translation>Crossing %1</translation>
    </message>
</context>
<context>
    <name>haneul::notices::CentrePanel</name>
    <message>
        <source>Notices (%1)</source>
        <translation>Notices (%1)</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>Outbox</translation>
    </message>
    <message>
        <source>Not acknowledged &amp;only</source>
        <translation>Not acknowledged &amp;only</translation>
    </message>
    <message>
        <source>&amp;Acknowledge</source>
        <translation>&amp;Acknowledge</translation>
    </message>
    <message>
        <source>Open what it is a&amp;bout</source>
        <translation>Open what it is a&amp;bout</translation>
    </message>
    <message>
        <source>&amp;Given up only</source>
        <translation>&amp;Given up only</translation>
    </message>
    <message>
        <source>&amp;Send again</source>
        <translation>&amp;Send again</translation>
    </message>
    <message>
        <source>Own notices</source>
        <translation>Own notices</translation>
    </message>
    <message>
        <source>Nobody is signed in.</source>
        <translation>Nobody is signed in.</translation>
    </message>
    <message>
        <source>This did not work: %1 (%2)</source>
        <translation>This did not work: %1 (%2)</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Channels</translation>
    </message>
</context>
<context>
    <name>haneul::notices::ChannelForm</name>
    <message>
        <source>You may not do this. Ask somebody with the right for it.</source>
        <translation>You may not do this. Ask somebody with the right for it.</translation>
    </message>
    <message>
        <source>This is no address of a server as the channel needs it (%1).</source>
        <translation>This is no address of a server as the channel needs it (%1).</translation>
    </message>
    <message>
        <source>Another machine is reached encrypted only (%1).</source>
        <translation>Another machine is reached encrypted only (%1).</translation>
    </message>
    <message>
        <source>This is no e-mail address.</source>
        <translation>This is no e-mail address.</translation>
    </message>
    <message>
        <source>The gateway would not understand this template (%1).</source>
        <translation>The gateway would not understand this template (%1).</translation>
    </message>
    <message>
        <source>One attempt may take 500 to 60000 ms.</source>
        <translation>One attempt may take 500 to 60000 ms.</translation>
    </message>
    <message>
        <source>A text is too long or has characters that it may not.</source>
        <translation>A text is too long or has characters that it may not.</translation>
    </message>
    <message>
        <source>Say where the message is to go.</source>
        <translation>Say where the message is to go.</translation>
    </message>
    <message>
        <source>Too much waits here. Try again in a moment.</source>
        <translation>Too much waits here. Try again in a moment.</translation>
    </message>
    <message>
        <source>This did not work: %1 (%2)</source>
        <translation>This did not work: %1 (%2)</translation>
    </message>
    <message>
        <source>Notices go out by &amp;this channel</source>
        <translation>Notices go out by &amp;this channel</translation>
    </message>
    <message>
        <source>Channel: %1</source>
        <translation>Channel: %1</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Save</translation>
    </message>
    <message>
        <source>&amp;Mail server, such as smtp://mail.example.org:587</source>
        <translation>&amp;Mail server, such as smtp://mail.example.org:587</translation>
    </message>
    <message>
        <source>&amp;Address, such as https://gateway.example.org/send</source>
        <translation>&amp;Address, such as https://gateway.example.org/send</translation>
    </message>
    <message>
        <source>File with the &amp;certificates to trust (PEM); empty: those of the system</source>
        <translation>File with the &amp;certificates to trust (PEM); empty: those of the system</translation>
    </message>
    <message>
        <source>Longest time of &amp;one attempt</source>
        <translation>Longest time of &amp;one attempt</translation>
    </message>
    <message>
        <source>TLS from the start</source>
        <translation>TLS from the start</translation>
    </message>
    <message>
        <source>STARTTLS</source>
        <translation>STARTTLS</translation>
    </message>
    <message>
        <source>None: on this machine only</source>
        <translation>None: on this machine only</translation>
    </message>
    <message>
        <source>&amp;Encryption</source>
        <translation>&amp;Encryption</translation>
    </message>
    <message>
        <source>Sen&amp;der of the mails</source>
        <translation>Sen&amp;der of the mails</translation>
    </message>
    <message>
        <source>Acc&amp;ount at the server; empty: no log-in</source>
        <translation>Acc&amp;ount at the server; empty: no log-in</translation>
    </message>
    <message>
        <source>&amp;Form of the message</source>
        <translation>&amp;Form of the message</translation>
    </message>
    <message>
        <source>Te&amp;mplate with {to}, {text} and, if wanted, {key}</source>
        <translation>Te&amp;mplate with {to}, {text} and, if wanted, {key}</translation>
    </message>
    <message>
        <source>&amp;What is told</source>
        <translation>&amp;What is told</translation>
    </message>
    <message>
        <source>one is set; empty: it stays</source>
        <translation>one is set; empty: it stays</translation>
    </message>
    <message>
        <source>none is set</source>
        <translation>none is set</translation>
    </message>
    <message>
        <source>&amp;Password of the account; it cannot be read back</source>
        <translation>&amp;Password of the account; it cannot be read back</translation>
    </message>
    <message>
        <source>&amp;Key of the signature; it cannot be read back</source>
        <translation>&amp;Key of the signature; it cannot be read back</translation>
    </message>
    <message>
        <source>&amp;Token of the server; it cannot be read back</source>
        <translation>&amp;Token of the server; it cannot be read back</translation>
    </message>
    <message>
        <source>&amp;Remove the secret that is set</source>
        <translation>&amp;Remove the secret that is set</translation>
    </message>
    <message>
        <source>Nothing was saved: see the field that is marked.</source>
        <translation>Nothing was saved: see the field that is marked.</translation>
    </message>
</context>
<context>
    <name>haneul::notices::ChannelTestForm</name>
    <message>
        <source>One message goes out now by %1, with what is saved, also while the channel is off. It is in nobody&apos;s list of notices and is not tried again.</source>
        <translation>One message goes out now by %1, with what is saved, also while the channel is off. It is in nobody&apos;s list of notices and is not tried again.</translation>
    </message>
    <message>
        <source>&amp;To the address</source>
        <translation>&amp;To the address</translation>
    </message>
    <message>
        <source>&amp;To the number, such as +821012345678</source>
        <translation>&amp;To the number, such as +821012345678</translation>
    </message>
    <message>
        <source>&amp;To the topic</source>
        <translation>&amp;To the topic</translation>
    </message>
    <message>
        <source>Test: %1</source>
        <translation>Test: %1</translation>
    </message>
    <message>
        <source>&amp;Send the message</source>
        <translation>&amp;Send the message</translation>
    </message>
    <message>
        <source>It did not get through: %1 %2</source>
        <translation>It did not get through: %1 %2</translation>
    </message>
</context>
<context>
    <name>haneul::notices::ChannelsPage</name>
    <message>
        <source>Not set up</source>
        <translation>Not set up</translation>
    </message>
    <message>
        <source>On</source>
        <translation>On</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Off</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <translation>%1 by %2</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Channel</translation>
    </message>
    <message>
        <source>State</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>Secret</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>Set</translation>
    </message>
    <message>
        <source>None</source>
        <translation>None</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>Given up</source>
        <translation>Given up</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Changed</translation>
    </message>
    <message>
        <source>Last trouble</source>
        <translation>Last trouble</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Channels</translation>
    </message>
    <message>
        <source>&amp;Change…</source>
        <translation>&amp;Change…</translation>
    </message>
    <message>
        <source>&amp;Test…</source>
        <translation>&amp;Test…</translation>
    </message>
    <message>
        <source>This needs the scope channel.write.</source>
        <translation>This needs the scope channel.write.</translation>
    </message>
    <message>
        <source>%1 is saved.</source>
        <translation>%1 is saved.</translation>
    </message>
    <message>
        <source>✓ The test message was taken.</source>
        <translation>✓ The test message was taken.</translation>
    </message>
    <message>
        <source>✓ The test message to %1 was taken.</source>
        <translation>✓ The test message to %1 was taken.</translation>
    </message>
</context>
<context>
    <name>haneul::notices::MessageModel</name>
    <message>
        <source>■ Emergency</source>
        <translation>■ Emergency</translation>
    </message>
    <message>
        <source>▲ Warning</source>
        <translation>▲ Warning</translation>
    </message>
    <message>
        <source>● Information</source>
        <translation>● Information</translation>
    </message>
    <message>
        <source>Flight plan</source>
        <translation>Flight plan</translation>
    </message>
    <message>
        <source>Airspace</source>
        <translation>Airspace</translation>
    </message>
    <message>
        <source>Emergency</source>
        <translation>Emergency</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Weight</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Subject</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>About</source>
        <translation>About</translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation>Acknowledged</translation>
    </message>
</context>
<context>
    <name>haneul::notices::OutboxModel</name>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Webhook</source>
        <translation>Webhook</translation>
    </message>
    <message>
        <source>Text message</source>
        <translation>Text message</translation>
    </message>
    <message>
        <source>Push</source>
        <translation>Push</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>Desk</translation>
    </message>
    <message>
        <source>◷ Waiting</source>
        <translation>◷ Waiting</translation>
    </message>
    <message>
        <source>✓ Delivered</source>
        <translation>✓ Delivered</translation>
    </message>
    <message>
        <source>✕ Given up</source>
        <translation>✕ Given up</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Subject</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Channel</translation>
    </message>
    <message>
        <source>Recipient</source>
        <translation>Recipient</translation>
    </message>
    <message>
        <source>State</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Attempts</translation>
    </message>
    <message>
        <source>Next try</source>
        <translation>Next try</translation>
    </message>
    <message>
        <source>Last answer</source>
        <translation>Last answer</translation>
    </message>
</context>
<context>
    <name>haneul::orders::AdvanceForm</name>
    <message>
        <source>Mission %1, now: %2</source>
        <translation>Mission %1, now: %2</translation>
    </message>
    <message>
        <source>Next &amp;step</source>
        <translation>Next &amp;step</translation>
    </message>
    <message>
        <source>Where, or a &amp;note (may be empty)</source>
        <translation>Where, or a &amp;note (may be empty)</translation>
    </message>
    <message>
        <source>Next step of the mission</source>
        <translation>Next step of the mission</translation>
    </message>
    <message>
        <source>&amp;Record it</source>
        <translation>&amp;Record it</translation>
    </message>
</context>
<context>
    <name>haneul::orders::AssignForm</name>
    <message numerus="yes">
        <source>Mission %1, %n stop(s)</source>
        <translation>
            <numerusform>Mission %1, %n stop</numerusform>
            <numerusform>Mission %1, %n stops</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Drone, such as HN-001; empty: none</source>
        <translation>&amp;Drone, such as HN-001; empty: none</translation>
    </message>
    <message>
        <source>Assign a drone</source>
        <translation>Assign a drone</translation>
    </message>
    <message>
        <source>&amp;Assign</source>
        <translation>&amp;Assign</translation>
    </message>
</context>
<context>
    <name>haneul::orders::BookForm</name>
    <message>
        <source>Book a mission</source>
        <translation>Book a mission</translation>
    </message>
    <message>
        <source>&amp;Book it</source>
        <translation>&amp;Book it</translation>
    </message>
    <message>
        <source>&amp;Network</source>
        <translation>&amp;Network</translation>
    </message>
    <message>
        <source>&amp;From the base</source>
        <translation>&amp;From the base</translation>
    </message>
    <message>
        <source>&amp;Stops in the order of flight (Delete takes one out)</source>
        <translation>&amp;Stops in the order of flight (Delete takes one out)</translation>
    </message>
    <message>
        <source>Further stop: &amp;point</source>
        <translation>Further stop: &amp;point</translation>
    </message>
    <message>
        <source>Hand-o&amp;ver</source>
        <translation>Hand-o&amp;ver</translation>
    </message>
    <message>
        <source>S&amp;tay</source>
        <translation>S&amp;tay</translation>
    </message>
    <message>
        <source>Back to the &amp;base</source>
        <translation>Back to the &amp;base</translation>
    </message>
    <message>
        <source>&amp;Drone type</source>
        <translation>&amp;Drone type</translation>
    </message>
    <message>
        <source>Pa&amp;yload kg</source>
        <translation>Pa&amp;yload kg</translation>
    </message>
    <message>
        <source>&amp;Earliest start (UTC), such as 10:05; empty: now</source>
        <translation>&amp;Earliest start (UTC), such as 10:05; empty: now</translation>
    </message>
    <message>
        <source>Free &amp;windows for the start; the first is taken when none is chosen</source>
        <translation>Free &amp;windows for the start; the first is taken when none is chosen</translation>
    </message>
    <message>
        <source>Add the first stop.</source>
        <translation>Add the first stop.</translation>
    </message>
    <message>
        <source>A time is written 10:05 or 10:05:30 (UTC).</source>
        <translation>A time is written 10:05 or 10:05:30 (UTC).</translation>
    </message>
    <message>
        <source>Free starts are being looked for…</source>
        <translation>Free starts are being looked for…</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 to %2</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
    <message>
        <source>▲  No start is free within 24 h: %1.</source>
        <translation>▲  No start is free within 24 h: %1.</translation>
    </message>
    <message>
        <source>Earliest start (st1): %1. Nothing is in the way.</source>
        <translation>Earliest start (st1): %1. Nothing is in the way.</translation>
    </message>
    <message>
        <source>Earliest start (st1): %1. Not earlier, because %2.</source>
        <translation>Earliest start (st1): %1. Not earlier, because %2.</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>as the point says</source>
        <translation>as the point says</translation>
    </message>
    <message>
        <source>the same</source>
        <translation>the same</translation>
    </message>
    <message>
        <source>&amp;Add the stop</source>
        <translation>&amp;Add the stop</translation>
    </message>
    <message>
        <source>Ta&amp;ke out</source>
        <translation>Ta&amp;ke out</translation>
    </message>
    <message>
        <source>Ea&amp;rlier</source>
        <translation>Ea&amp;rlier</translation>
    </message>
    <message>
        <source>&amp;Later</source>
        <translation>&amp;Later</translation>
    </message>
    <message>
        <source>&amp;Order of the stops</source>
        <translation>&amp;Order of the stops</translation>
    </message>
</context>
<context>
    <name>haneul::orders::CancelForm</name>
    <message>
        <source>&amp;Reason, kept with it</source>
        <translation>&amp;Reason, kept with it</translation>
    </message>
    <message>
        <source>Ca&amp;ncel it</source>
        <translation>Ca&amp;ncel it</translation>
    </message>
</context>
<context>
    <name>haneul::orders::ConflictModel</name>
    <message>
        <source>Mission</source>
        <translation>Mission</translation>
    </message>
    <message>
        <source>Why it no longer fits</source>
        <translation>Why it no longer fits</translation>
    </message>
    <message>
        <source>Booked start</source>
        <translation>Booked start</translation>
    </message>
    <message>
        <source>Proposed start</source>
        <translation>Proposed start</translation>
    </message>
    <message>
        <source>none in sight</source>
        <translation>none in sight</translation>
    </message>
</context>
<context>
    <name>haneul::orders::DispatchChoice</name>
    <message>
        <source>Stops as ordered</source>
        <translation>Stops as ordered</translation>
    </message>
    <message>
        <source>Best order of stops</source>
        <translation>Best order of stops</translation>
    </message>
    <message>
        <source>Optimised</source>
        <translation>Optimised</translation>
    </message>
    <message>
        <source>Stops are flown in the order in which they were asked for; missions are booked first come, first served.</source>
        <translation>Stops are flown in the order in which they were asked for; missions are booked first come, first served.</translation>
    </message>
    <message>
        <source>Of all orders of up to three stops the one that ends first is flown; missions are booked first come, first served.</source>
        <translation>Of all orders of up to three stops the one that ends first is flown; missions are booked first come, first served.</translation>
    </message>
    <message>
        <source>Orders dispatched together are planned together, with missions booked shortly before that have not started: these may get another start. Never later in all than first come, first served. A single mission gets its best order of stops.</source>
        <translation>Orders dispatched together are planned together, with missions booked shortly before that have not started: these may get another start. Never later in all than first come, first served. A single mission gets its best order of stops.</translation>
    </message>
    <message>
        <source>Order of the stops</source>
        <translation>Order of the stops</translation>
    </message>
</context>
<context>
    <name>haneul::orders::Facts</name>
    <message numerus="yes">
        <source>%n missions no longer fit</source>
        <translation>
            <numerusform>%n mission no longer fits</numerusform>
            <numerusform>%n missions no longer fit</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>haneul::orders::HandOverForm</name>
    <message>
        <source>Copied.</source>
        <translation>Copied.</translation>
    </message>
    <message>
        <source>Save the mission</source>
        <translation>Save the mission</translation>
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
        <source>Hand over mission %1</source>
        <translation>Hand over mission %1</translation>
    </message>
    <message>
        <source>&amp;As</source>
        <translation>&amp;As</translation>
    </message>
    <message>
        <source>As</source>
        <translation>As</translation>
    </message>
    <message>
        <source>QGroundControl plan</source>
        <translation>QGroundControl plan</translation>
    </message>
    <message>
        <source>MAVLink mission items</source>
        <translation>MAVLink mission items</translation>
    </message>
    <message>
        <source>Message for other systems (JSON)</source>
        <translation>Message for other systems (JSON)</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>Content</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copy</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>&amp;Save…</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>C&amp;lose</translation>
    </message>
</context>
<context>
    <name>haneul::orders::MissionDetails</name>
    <message>
        <source>Step</source>
        <translation>Step</translation>
    </message>
    <message>
        <source>At</source>
        <translation>At</translation>
    </message>
    <message>
        <source>By</source>
        <translation>By</translation>
    </message>
    <message>
        <source>Where, note</source>
        <translation>Where, note</translation>
    </message>
    <message>
        <source>Choose a mission to see its times and steps.</source>
        <translation>Choose a mission to see its times and steps.</translation>
    </message>
    <message>
        <source>%1: %2, %3 km, %4 in the air, %5 in all</source>
        <translation>%1: %2, %3 km, %4 in the air, %5 in all</translation>
    </message>
    <message>
        <source>Times of the mission</source>
        <translation>Times of the mission</translation>
    </message>
    <message>
        <source>Steps of the mission</source>
        <translation>Steps of the mission</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Times</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Steps</translation>
    </message>
    <message>
        <source>Details of the mission</source>
        <translation>Details of the mission</translation>
    </message>
    <message>
        <source>Drone</source>
        <translation>Drone</translation>
    </message>
    <message>
        <source>Readiness</source>
        <translation>Readiness</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>What was said</translation>
    </message>
    <message>
        <source>What was said of the drones</source>
        <translation>What was said of the drones</translation>
    </message>
</context>
<context>
    <name>haneul::orders::MissionModel</name>
    <message>
        <source>Mission</source>
        <translation>Mission</translation>
    </message>
    <message>
        <source>Drone</source>
        <translation>Drone</translation>
    </message>
    <message>
        <source>Stops</source>
        <translation>Stops</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Orders</translation>
    </message>
    <message>
        <source>Booked start</source>
        <translation>Booked start</translation>
    </message>
    <message>
        <source>Expected start</source>
        <translation>Expected start</translation>
    </message>
    <message>
        <source>Expected end</source>
        <translation>Expected end</translation>
    </message>
    <message>
        <source>Delay</source>
        <translation>Delay</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Step</translation>
    </message>
    <message>
        <source>Conflict</source>
        <translation>Conflict</translation>
    </message>
    <message>
        <source>no longer fits</source>
        <translation>no longer fits</translation>
    </message>
</context>
<context>
    <name>haneul::orders::MissionsSide</name>
    <message numerus="yes">
        <source>▲ %n missions no longer fit</source>
        <translation>
            <numerusform>▲ %n mission no longer fits</numerusform>
            <numerusform>▲ %n missions no longer fit</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a mission in the list, in the diagram or on the map.</source>
        <translation>Choose a mission in the list, in the diagram or on the map.</translation>
    </message>
    <message>
        <source>There is no delivery network yet. Draw or import one first.</source>
        <translation>There is no delivery network yet. Draw or import one first.</translation>
    </message>
    <message>
        <source>Mission %1 is booked.</source>
        <translation>Mission %1 is booked.</translation>
    </message>
    <message>
        <source>Mission %1 is over: no step follows.</source>
        <translation>Mission %1 is over: no step follows.</translation>
    </message>
    <message>
        <source>Cancel a mission</source>
        <translation>Cancel a mission</translation>
    </message>
    <message numerus="yes">
        <source>Mission %1 is cancelled: all its places and times are free again, and its %n orders wait again.</source>
        <translation>
            <numerusform>Mission %1 is cancelled: all its places and times are free again, and its %n order waits again.</numerusform>
            <numerusform>Mission %1 is cancelled: all its places and times are free again, and its %n orders wait again.</numerusform>
        </translation>
    </message>
    <message>
        <source>All missions fit.</source>
        <translation>All missions fit.</translation>
    </message>
    <message>
        <source>No start is in sight for %1. Cancel it, or move another mission.</source>
        <translation>No start is in sight for %1. Cancel it, or move another mission.</translation>
    </message>
    <message>
        <source>Mission %1 now starts at %2.</source>
        <translation>Mission %1 now starts at %2.</translation>
    </message>
    <message>
        <source>Filter missions: id, drone, stop, order, step</source>
        <translation>Filter missions: id, drone, stop, order, step</translation>
    </message>
    <message>
        <source>Filter missions</source>
        <translation>Filter missions</translation>
    </message>
    <message>
        <source>Which missions</source>
        <translation>Which missions</translation>
    </message>
    <message>
        <source>All missions</source>
        <translation>All missions</translation>
    </message>
    <message>
        <source>Not complete</source>
        <translation>Not complete</translation>
    </message>
    <message>
        <source>Late by a minute or more</source>
        <translation>Late by a minute or more</translation>
    </message>
    <message>
        <source>No longer fit</source>
        <translation>No longer fit</translation>
    </message>
    <message>
        <source>Missions</source>
        <translation>Missions</translation>
    </message>
    <message>
        <source>Missions that no longer fit</source>
        <translation>Missions that no longer fit</translation>
    </message>
    <message>
        <source>Take the proposed start</source>
        <translation>Take the proposed start</translation>
    </message>
    <message>
        <source>Book…</source>
        <translation>Book…</translation>
    </message>
    <message>
        <source>Drone…</source>
        <translation>Drone…</translation>
    </message>
    <message>
        <source>Start…</source>
        <translation>Start…</translation>
    </message>
    <message>
        <source>Next step…</source>
        <translation>Next step…</translation>
    </message>
    <message>
        <source>Hand over…</source>
        <translation>Hand over…</translation>
    </message>
    <message>
        <source>Cancel…</source>
        <translation>Cancel…</translation>
    </message>
    <message numerus="yes">
        <source>%n missions have their proposed starts.</source>
        <translation>
            <numerusform>%n mission has its proposed start.</numerusform>
            <numerusform>%n missions have their proposed starts.</numerusform>
        </translation>
    </message>
    <message>
        <source>Take all proposals…</source>
        <translation>Take all proposals…</translation>
    </message>
    <message>
        <source>Mission %1 has no drone.</source>
        <translation>Mission %1 has no drone.</translation>
    </message>
    <message>
        <source>Mission %1 is flown by %2.</source>
        <translation>Mission %1 is flown by %2.</translation>
    </message>
    <message>
        <source>%1 %2.</source>
        <comment>sentence, remarks</comment>
        <translation>%1 %2.</translation>
    </message>
</context>
<context>
    <name>haneul::orders::NodeTimesModel</name>
    <message>
        <source>%1 actual</source>
        <translation>%1 actual</translation>
    </message>
    <message>
        <source>take-off %1, flight %2, landing %3</source>
        <translation>take-off %1, flight %2, landing %3</translation>
    </message>
    <message>
        <source>%1 m</source>
        <translation>%1 m</translation>
    </message>
    <message>
        <source>Point</source>
        <translation>Point</translation>
    </message>
    <message>
        <source>Planned arrival</source>
        <translation>Planned arrival</translation>
    </message>
    <message>
        <source>Stay or flight</source>
        <translation>Stay or flight</translation>
    </message>
    <message>
        <source>Planned departure</source>
        <translation>Planned departure</translation>
    </message>
    <message>
        <source>Arrival now</source>
        <translation>Arrival now</translation>
    </message>
    <message>
        <source>Departure now</source>
        <translation>Departure now</translation>
    </message>
    <message>
        <source>Deviation</source>
        <translation>Deviation</translation>
    </message>
    <message>
        <source>Parts of the flight</source>
        <translation>Parts of the flight</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>Distance</translation>
    </message>
</context>
<context>
    <name>haneul::orders::OrderEntry</name>
    <message>
        <source>Network</source>
        <translation>Network</translation>
    </message>
    <message>
        <source>Delivery point</source>
        <translation>Delivery point</translation>
    </message>
    <message>
        <source>Hand-over</source>
        <translation>Hand-over</translation>
    </message>
    <message>
        <source>Payload kg</source>
        <translation>Payload kg</translation>
    </message>
    <message>
        <source>Deadline (UTC, may be empty)</source>
        <translation>Deadline (UTC, may be empty)</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>How many</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>Deadline</translation>
    </message>
    <message>
        <source>Id or name</source>
        <translation>Id or name</translation>
    </message>
    <message>
        <source>HH:MM</source>
        <translation>HH:MM</translation>
    </message>
    <message>
        <source>Place order</source>
        <translation>Place order</translation>
    </message>
    <message>
        <source>There is no delivery network yet. Draw or import one first.</source>
        <translation>There is no delivery network yet. Draw or import one first.</translation>
    </message>
    <message>
        <source>Enter the delivery point: its id or name.</source>
        <translation>Enter the delivery point: its id or name.</translation>
    </message>
    <message>
        <source>No single delivery point is meant by &quot;%1&quot;. Choose one from the list.</source>
        <translation>No single delivery point is meant by &quot;%1&quot;. Choose one from the list.</translation>
    </message>
    <message>
        <source>A deadline is written 10:05 or 2026-11-21 10:05 (UTC).</source>
        <translation>A deadline is written 10:05 or 2026-11-21 10:05 (UTC).</translation>
    </message>
    <message>
        <source>Order %1 is placed.</source>
        <translation>Order %1 is placed.</translation>
    </message>
    <message numerus="yes">
        <source>%n orders are placed: %1 to %2.</source>
        <translation>
            <numerusform>%n order is placed: %1 to %2.</numerusform>
            <numerusform>%n orders are placed: %1 to %2.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>haneul::orders::OrderModel</name>
    <message>
        <source>Order</source>
        <translation>Order</translation>
    </message>
    <message>
        <source>Point</source>
        <translation>Point</translation>
    </message>
    <message>
        <source>Hand-over</source>
        <translation>Hand-over</translation>
    </message>
    <message>
        <source>kg</source>
        <translation>kg</translation>
    </message>
    <message>
        <source>Placed</source>
        <translation>Placed</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>Deadline</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Expected</translation>
    </message>
    <message>
        <source>State</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Mission</source>
        <translation>Mission</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Later than the deadline</source>
        <translation>Later than the deadline</translation>
    </message>
</context>
<context>
    <name>haneul::orders::OrdersPanel</name>
    <message>
        <source>Orders or missions</source>
        <translation>Orders or missions</translation>
    </message>
    <message numerus="yes">
        <source>Orders (%n waiting)</source>
        <translation>
            <numerusform>Orders (%n waiting)</numerusform>
            <numerusform>Orders (%n waiting)</numerusform>
        </translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Orders</translation>
    </message>
    <message numerus="yes">
        <source>Missions (▲ %n no longer fit)</source>
        <translation>
            <numerusform>Missions (▲ %n no longer fits)</numerusform>
            <numerusform>Missions (▲ %n no longer fit)</numerusform>
        </translation>
    </message>
    <message>
        <source>Missions</source>
        <translation>Missions</translation>
    </message>
</context>
<context>
    <name>haneul::orders::OrdersSide</name>
    <message>
        <source>Choose the order to be cancelled in the list.</source>
        <translation>Choose the order to be cancelled in the list.</translation>
    </message>
    <message>
        <source>Cancel an order</source>
        <translation>Cancel an order</translation>
    </message>
    <message>
        <source>Order %1 for %2 is cancelled; it is not flown.</source>
        <translation>Order %1 for %2 is cancelled; it is not flown.</translation>
    </message>
    <message>
        <source>There is no delivery network yet. Draw or import one first.</source>
        <translation>There is no delivery network yet. Draw or import one first.</translation>
    </message>
    <message>
        <source>No order is waiting.</source>
        <translation>No order is waiting.</translation>
    </message>
    <message>
        <source>Missions are being made…</source>
        <translation>Missions are being made…</translation>
    </message>
    <message>
        <source>%1 to %2 at %3</source>
        <translation>%1 to %2 at %3</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n missions are booked: %1.</source>
        <translation>
            <numerusform>%n mission is booked: %1.</numerusform>
            <numerusform>%n missions are booked: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>No mission was made.</source>
        <translation>No mission was made.</translation>
    </message>
    <message>
        <source>▲ Refused: %1</source>
        <translation>▲ Refused: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n orders wait for the end of their batching window.</source>
        <translation>
            <numerusform>%n order waits for the end of its batching window.</numerusform>
            <numerusform>%n orders wait for the end of their batching window.</numerusform>
        </translation>
    </message>
    <message>
        <source>Filter orders</source>
        <translation>Filter orders</translation>
    </message>
    <message>
        <source>Only open ones</source>
        <translation>Only open ones</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Orders</translation>
    </message>
    <message>
        <source>At once, without waiting for batches</source>
        <translation>At once, without waiting for batches</translation>
    </message>
    <message>
        <source>Dispatch</source>
        <translation>Dispatch</translation>
    </message>
    <message>
        <source>Cancel order…</source>
        <translation>Cancel order…</translation>
    </message>
</context>
<context>
    <name>haneul::orders::ProposalsForm</name>
    <message>
        <source>All these missions move in one step, or none does: the starts fit only together.</source>
        <translation>All these missions move in one step, or none does: the starts fit only together.</translation>
    </message>
    <message>
        <source>&amp;Missions with their old and new start (UTC)</source>
        <translation>&amp;Missions with their old and new start (UTC)</translation>
    </message>
    <message>
        <source>Take all proposals</source>
        <translation>Take all proposals</translation>
    </message>
    <message>
        <source>Move a&amp;ll</source>
        <translation>Move a&amp;ll</translation>
    </message>
    <message>
        <source>▲  No start is in sight for %1: cancel, or move another mission.</source>
        <translation>▲  No start is in sight for %1: cancel, or move another mission.</translation>
    </message>
</context>
<context>
    <name>haneul::orders::RetimeForm</name>
    <message>
        <source>Mission %1, booked for %2</source>
        <translation>Mission %1, booked for %2</translation>
    </message>
    <message>
        <source>New &amp;start (UTC), such as 10:05 or 10:05:30</source>
        <translation>New &amp;start (UTC), such as 10:05 or 10:05:30</translation>
    </message>
    <message>
        <source>Another start</source>
        <translation>Another start</translation>
    </message>
    <message>
        <source>&amp;Move it</source>
        <translation>&amp;Move it</translation>
    </message>
    <message>
        <source>A time is written 10:05 or 10:05:30 (UTC).</source>
        <translation>A time is written 10:05 or 10:05:30 (UTC).</translation>
    </message>
    <message>
        <source>Free starts are being looked for…</source>
        <translation>Free starts are being looked for…</translation>
    </message>
    <message>
        <source>%1 is free.</source>
        <translation>%1 is free.</translation>
    </message>
    <message>
        <source>▲  %1 cannot be booked: it is past or too far away.</source>
        <translation>▲  %1 cannot be booked: it is past or too far away.</translation>
    </message>
    <message>
        <source>▲  %1 is not free: %2.</source>
        <translation>▲  %1 is not free: %2.</translation>
    </message>
    <message>
        <source>&amp;Take the next free start: %1</source>
        <translation>&amp;Take the next free start: %1</translation>
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
    <name>haneul::plans::ApproveForm</name>
    <message>
        <source>◆ %1 (%2) may meet it, %3: their heights cannot be compared.</source>
        <translation>◆ %1 (%2) may meet it, %3: their heights cannot be compared.</translation>
    </message>
    <message>
        <source>▲ %1 (%2) could not be approved any more as it is: both would be there, %3.</source>
        <translation>▲ %1 (%2) could not be approved any more as it is: both would be there, %3.</translation>
    </message>
    <message>
        <source>◆ %1 (%2) has a higher priority: once approved, this plan must give way, %3.</source>
        <translation>◆ %1 (%2) has a higher priority: once approved, this plan must give way, %3.</translation>
    </message>
    <message>
        <source>▲ You cannot approve it: %1</source>
        <translation>▲ You cannot approve it: %1</translation>
    </message>
    <message>
        <source>◆ It would still wait: %1 of %2 approvals. A supervisor must approve too (%3).</source>
        <translation>◆ It would still wait: %1 of %2 approvals. A supervisor must approve too (%3).</translation>
    </message>
    <message>
        <source>It would be approved (%1 of %2 approvals).</source>
        <translation>It would be approved (%1 of %2 approvals).</translation>
    </message>
    <message numerus="yes">
        <source>◆ %n check(s) are not judged: you take them upon yourself.</source>
        <translation>
            <numerusform>◆ %n check is not judged: you take it upon yourself.</numerusform>
            <numerusform>◆ %n checks are not judged: you take them upon yourself.</numerusform>
        </translation>
    </message>
    <message>
        <source>Told: all supervisors.</source>
        <translation>Told: all supervisors.</translation>
    </message>
    <message>
        <source>Told: %1.</source>
        <translation>Told: %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n volume(s) count for others from then on.</source>
        <translation>
            <numerusform>%n volume count for others from then on.</numerusform>
            <numerusform>%n volumes count for others from then on.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %n more plan(s).</source>
        <translation>
            <numerusform>… and %n more plan.</numerusform>
            <numerusform>… and %n more plans.</numerusform>
        </translation>
    </message>
    <message>
        <source>No other plan would be in its way.</source>
        <translation>No other plan would be in its way.</translation>
    </message>
    <message>
        <source>Plan %1, revision %2. What this approval causes:</source>
        <translation>Plan %1, revision %2. What this approval causes:</translation>
    </message>
    <message>
        <source>&amp;Conditions that the flight must keep to (may be empty)</source>
        <translation>&amp;Conditions that the flight must keep to (may be empty)</translation>
    </message>
    <message>
        <source>Seen: evidence %1… of %2</source>
        <translation>Seen: evidence %1… of %2</translation>
    </message>
    <message>
        <source>Approve a flight plan</source>
        <translation>Approve a flight plan</translation>
    </message>
    <message>
        <source>I &amp;approve it</source>
        <translation>I &amp;approve it</translation>
    </message>
    <message>
        <source>Plan %1 is approved. Its pilot has been told.</source>
        <translation>Plan %1 is approved. Its pilot has been told.</translation>
    </message>
    <message>
        <source>Plan %1 has %2 of %3 approvals: it waits for a supervisor.</source>
        <translation>Plan %1 has %2 of %3 approvals: it waits for a supervisor.</translation>
    </message>
</context>
<context>
    <name>haneul::plans::CapacityForm</name>
    <message>
        <source>A plan is refused when more flights would be in the place at once than are laid down here. What is approved already stands.</source>
        <translation>A plan is refused when more flights would be in the place at once than are laid down here. What is approved already stands.</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>Flights at &amp;once</source>
        <translation>Flights at &amp;once</translation>
    </message>
    <message>
        <source>&amp;Latitude (degrees north)</source>
        <translation>&amp;Latitude (degrees north)</translation>
    </message>
    <message>
        <source>Lon&amp;gitude (degrees east)</source>
        <translation>Lon&amp;gitude (degrees east)</translation>
    </message>
    <message>
        <source>&amp;Radius (m)</source>
        <translation>&amp;Radius (m)</translation>
    </message>
    <message>
        <source>%1: it keeps its shape.</source>
        <translation>%1: it keeps its shape.</translation>
    </message>
    <message>
        <source>&amp;From height (m, empty: the ground)</source>
        <translation>&amp;From height (m, empty: the ground)</translation>
    </message>
    <message>
        <source>&amp;Up to height (m, empty: no limit)</source>
        <translation>&amp;Up to height (m, empty: no limit)</translation>
    </message>
    <message>
        <source>&amp;Heights from</source>
        <translation>&amp;Heights from</translation>
    </message>
    <message>
        <source>&amp;Begins (UTC, empty: now on)</source>
        <translation>&amp;Begins (UTC, empty: now on)</translation>
    </message>
    <message>
        <source>&amp;Ends (UTC, empty: never)</source>
        <translation>&amp;Ends (UTC, empty: never)</translation>
    </message>
    <message>
        <source>Change a capacity limit</source>
        <translation>Change a capacity limit</translation>
    </message>
    <message>
        <source>New capacity limit</source>
        <translation>New capacity limit</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Save</translation>
    </message>
    <message>
        <source>A number, or a time such as 2026-11-21 10:05, is not one.</source>
        <translation>A number, or a time such as 2026-11-21 10:05, is not one.</translation>
    </message>
    <message numerus="yes">
        <source>%1: at most %n flight(s) at once from now on.</source>
        <translation>
            <numerusform>%1: at most %n flight at once from now on.</numerusform>
            <numerusform>%1: at most %n flights at once from now on.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>haneul::plans::CapacityModel</name>
    <message>
        <source>Circle of %1 m around %2</source>
        <translation>Circle of %1 m around %2</translation>
    </message>
    <message numerus="yes">
        <source>Area with %n corner(s) at %1</source>
        <translation>
            <numerusform>Area with %n corner at %1</numerusform>
            <numerusform>Area with %n corners at %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>At once</source>
        <translation>At once</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Now</translation>
    </message>
    <message>
        <source>Most, 12 h</source>
        <translation>Most, 12 h</translation>
    </message>
    <message>
        <source>From</source>
        <translation>From</translation>
    </message>
    <message>
        <source>Heights</source>
        <translation>Heights</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>Holds</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Where</translation>
    </message>
    <message>
        <source>any height</source>
        <translation>any height</translation>
    </message>
    <message>
        <source>always</source>
        <translation>always</translation>
    </message>
</context>
<context>
    <name>haneul::plans::CapacityPanel</name>
    <message>
        <source>&amp;New limit</source>
        <translation>&amp;New limit</translation>
    </message>
    <message>
        <source>&amp;Change</source>
        <translation>&amp;Change</translation>
    </message>
    <message>
        <source>Re&amp;tire</source>
        <translation>Re&amp;tire</translation>
    </message>
    <message>
        <source>Show on the &amp;map</source>
        <translation>Show on the &amp;map</translation>
    </message>
    <message>
        <source>Places with a limit of capacity</source>
        <translation>Places with a limit of capacity</translation>
    </message>
    <message>
        <source>Choose a place to see its use.</source>
        <translation>Choose a place to see its use.</translation>
    </message>
    <message>
        <source>Nobody is or will be there in the next 12 hours.</source>
        <translation>Nobody is or will be there in the next 12 hours.</translation>
    </message>
    <message>
        <source>No limit of capacity is laid down: any number of flights may be anywhere at once.</source>
        <translation>No limit of capacity is laid down: any number of flights may be anywhere at once.</translation>
    </message>
    <message>
        <source>You may not change it: the scope zone.write is wanted.</source>
        <translation>You may not change it: the scope zone.write is wanted.</translation>
    </message>
    <message>
        <source>Choose a place in the list first.</source>
        <translation>Choose a place in the list first.</translation>
    </message>
    <message>
        <source>%1: no limit any more.</source>
        <translation>%1: no limit any more.</translation>
    </message>
    <message>
        <source>Retire a capacity limit</source>
        <translation>Retire a capacity limit</translation>
    </message>
    <message>
        <source>%1 will have no limit: any number of flights may be there at once from now on.</source>
        <translation>%1 will have no limit: any number of flights may be there at once from now on.</translation>
    </message>
    <message>
        <source>&amp;Retire it</source>
        <translation>&amp;Retire it</translation>
    </message>
</context>
<context>
    <name>haneul::plans::ConflictModel</name>
    <message>
        <source>Other plan</source>
        <translation>Other plan</translation>
    </message>
    <message>
        <source>What it means</source>
        <translation>What it means</translation>
    </message>
    <message>
        <source>Both there (UTC)</source>
        <translation>Both there (UTC)</translation>
    </message>
    <message>
        <source>Heights</source>
        <translation>Heights</translation>
    </message>
</context>
<context>
    <name>haneul::plans::ConflictsView</name>
    <message>
        <source>✓ %1 passed, %2 not judged</source>
        <translation>✓ %1 passed, %2 not judged</translation>
    </message>
    <message>
        <source>▲ %1 failed</source>
        <translation>▲ %1 failed</translation>
    </message>
    <message>
        <source>Not approved yet; may meet this one.</source>
        <translation>Not approved yet; may meet this one.</translation>
    </message>
    <message>
        <source>Not approved yet; could not be any more.</source>
        <translation>Not approved yet; could not be any more.</translation>
    </message>
    <message>
        <source>Not approved yet; has a higher priority.</source>
        <translation>Not approved yet; has a higher priority.</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>State</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priority</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>Operator</translation>
    </message>
    <message>
        <source>Drone</source>
        <translation>Drone</translation>
    </message>
    <message>
        <source>Pilot</source>
        <translation>Pilot</translation>
    </message>
    <message>
        <source>Time (UTC)</source>
        <translation>Time (UTC)</translation>
    </message>
    <message>
        <source>Heights</source>
        <translation>Heights</translation>
    </message>
    <message>
        <source>Both there (UTC)</source>
        <translation>Both there (UTC)</translation>
    </message>
    <message>
        <source>Both at</source>
        <translation>Both at</translation>
    </message>
    <message>
        <source>%1 later: %2</source>
        <translation>%1 later: %2</translation>
    </message>
    <message>
        <source>%1 earlier: %2</source>
        <translation>%1 earlier: %2</translation>
    </message>
    <message>
        <source>%1 m higher: %2</source>
        <translation>%1 m higher: %2</translation>
    </message>
    <message>
        <source>%1 m lower: %2</source>
        <translation>%1 m lower: %2</translation>
    </message>
    <message>
        <source>around it, %1 m longer</source>
        <translation>around it, %1 m longer</translation>
    </message>
    <message>
        <source>around it, %1 m² less</source>
        <translation>around it, %1 m² less</translation>
    </message>
    <message>
        <source>This would pass: %1.</source>
        <translation>This would pass: %1.</translation>
    </message>
    <message>
        <source>This plan</source>
        <translation>This plan</translation>
    </message>
    <message>
        <source>The other</source>
        <translation>The other</translation>
    </message>
    <message>
        <source>Proposal</source>
        <translation>Proposal</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>Checked as it is</source>
        <translation>Checked as it is</translation>
    </message>
    <message>
        <source>Plans that meet this one</source>
        <translation>Plans that meet this one</translation>
    </message>
    <message>
        <source>This plan beside the other</source>
        <translation>This plan beside the other</translation>
    </message>
    <message>
        <source>Proposals</source>
        <translation>Proposals</translation>
    </message>
    <message>
        <source>Look for proposals</source>
        <translation>Look for proposals</translation>
    </message>
    <message>
        <source>Use this proposal</source>
        <translation>Use this proposal</translation>
    </message>
    <message>
        <source>Return with it…</source>
        <translation>Return with it…</translation>
    </message>
    <message>
        <source>The plan passes as it is: no proposal is needed.</source>
        <translation>The plan passes as it is: no proposal is needed.</translation>
    </message>
    <message>
        <source>What would pass instead has not been looked for yet.</source>
        <translation>What would pass instead has not been looked for yet.</translation>
    </message>
    <message>
        <source>Looking for what would pass…</source>
        <translation>Looking for what would pass…</translation>
    </message>
    <message>
        <source>▲ %1 comes first: no time, height or route changes it.</source>
        <translation>▲ %1 comes first: no time, height or route changes it.</translation>
    </message>
    <message>
        <source>▲ Time, height and route were all tried: nothing passes within the limits.</source>
        <translation>▲ Time, height and route were all tried: nothing passes within the limits.</translation>
    </message>
    <message>
        <source>Each proposal has been checked as it is.</source>
        <translation>Each proposal has been checked as it is.</translation>
    </message>
    <message>
        <source>Plan %1 is submitted as proposed and waits for approval.</source>
        <translation>Plan %1 is submitted as proposed and waits for approval.</translation>
    </message>
    <message>
        <source>Plan %1 was submitted as proposed, but something has changed: look at its checks.</source>
        <translation>Plan %1 was submitted as proposed, but something has changed: look at its checks.</translation>
    </message>
</context>
<context>
    <name>haneul::plans::DecisionForm</name>
    <message>
        <source>Choose a sentence…</source>
        <translation>Choose a sentence…</translation>
    </message>
    <message>
        <source>&amp;Keep it among the sentences</source>
        <translation>&amp;Keep it among the sentences</translation>
    </message>
    <message>
        <source>&amp;Sentences</source>
        <translation>&amp;Sentences</translation>
    </message>
    <message>
        <source>At most %1 characters.</source>
        <translation>At most %1 characters.</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>haneul::plans::DecisionSheet</name>
    <message>
        <source>The plan</source>
        <translation>The plan</translation>
    </message>
    <message>
        <source>Plan %1, revision %2 · made %3 by %4</source>
        <translation>Plan %1, revision %2 · made %3 by %4</translation>
    </message>
    <message>
        <source>page %1</source>
        <translation>page %1</translation>
    </message>
    <message>
        <source>Decision about a flight plan</source>
        <translation>Decision about a flight plan</translation>
    </message>
    <message>
        <source>%1, revision %2: %3</source>
        <translation>%1, revision %2: %3</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Decision</translation>
    </message>
    <message>
        <source>Nothing has been decided yet.</source>
        <translation>Nothing has been decided yet.</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>Decided</translation>
    </message>
    <message>
        <source>By</source>
        <translation>By</translation>
    </message>
    <message>
        <source>At (UTC)</source>
        <translation>At (UTC)</translation>
    </message>
    <message>
        <source>Approval by %1</source>
        <translation>Approval by %1</translation>
    </message>
    <message>
        <source>without conditions</source>
        <translation>without conditions</translation>
    </message>
    <message>
        <source>Conditions</source>
        <translation>Conditions</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Evidence that was seen</source>
        <translation>Evidence that was seen</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Evidence</translation>
    </message>
    <message>
        <source>It has not been checked.</source>
        <translation>It has not been checked.</translation>
    </message>
    <message>
        <source>Checked %1 · revision %2 · digest %3</source>
        <translation>Checked %1 · revision %2 · digest %3</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>What or where</source>
        <translation>What or where</translation>
    </message>
    <message>
        <source>Is</source>
        <translation>Is</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Limit</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Rule</translation>
    </message>
    <message>
        <source>History</source>
        <translation>History</translation>
    </message>
    <message>
        <source>Verification</source>
        <translation>Verification</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>none: there is no decision in the event log yet</source>
        <translation>none: there is no decision in the event log yet</translation>
    </message>
    <message>
        <source>Entry of the log</source>
        <translation>Entry of the log</translation>
    </message>
    <message>
        <source>%1 of the instance %2, %3</source>
        <translation>%1 of the instance %2, %3</translation>
    </message>
    <message>
        <source>Digest of the entry</source>
        <translation>Digest of the entry</translation>
    </message>
    <message>
        <source>Entry before it</source>
        <translation>Entry before it</translation>
    </message>
    <message>
        <source>How to check it</source>
        <translation>How to check it</translation>
    </message>
    <message>
        <source>In the log panel of the program, entry %1 must have this digest; it covers who decided, when, what, and the digest of the entry before it (BLAKE2b-256, signed with Ed25519). Without the program: export the log with haneul-server --export-log and run haneul-verify --list on the file; it says whether the log is good, and ends the line of entry %1 with this digest.</source>
        <translation>In the log panel of the program, entry %1 must have this digest; it covers who decided, when, what, and the digest of the entry before it (BLAKE2b-256, signed with Ed25519). Without the program: export the log with haneul-server --export-log and run haneul-verify --list on the file; it says whether the log is good, and ends the line of entry %1 with this digest.</translation>
    </message>
    <message>
        <source>Decision about flight plan %1</source>
        <translation>Decision about flight plan %1</translation>
    </message>
</context>
<context>
    <name>haneul::plans::EvidenceDifference</name>
    <message>
        <source>New: %1: %2</source>
        <translation>New: %1: %2</translation>
    </message>
    <message>
        <source>%1: %2 → %3</source>
        <translation>%1: %2 → %3</translation>
    </message>
    <message>
        <source>%1: it says something else</source>
        <translation>%1: it says something else</translation>
    </message>
    <message>
        <source>No longer: %1: %2</source>
        <translation>No longer: %1: %2</translation>
    </message>
</context>
<context>
    <name>haneul::plans::EvidenceModel</name>
    <message>
        <source>all that it looked at: BLAKE2b-256 %1</source>
        <translation>all that it looked at: BLAKE2b-256 %1</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>What or where</source>
        <translation>What or where</translation>
    </message>
    <message>
        <source>Is</source>
        <translation>Is</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Limit</translation>
    </message>
    <message>
        <source>When (UTC)</source>
        <translation>When (UTC)</translation>
    </message>
    <message>
        <source>Heights</source>
        <translation>Heights</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Rule</translation>
    </message>
</context>
<context>
    <name>haneul::plans::MissionPlanForm</name>
    <message>
        <source>The way and the times of the mission become a draft, beyond sight, that returns home when the link is lost.</source>
        <translation>The way and the times of the mission become a draft, beyond sight, that returns home when the link is lost.</translation>
    </message>
    <message>
        <source>&amp;Mission</source>
        <translation>&amp;Mission</translation>
    </message>
    <message>
        <source>&amp;Operator</source>
        <translation>&amp;Operator</translation>
    </message>
    <message>
        <source>&amp;Pilot</source>
        <translation>&amp;Pilot</translation>
    </message>
    <message>
        <source>&amp;Battery</source>
        <translation>&amp;Battery</translation>
    </message>
    <message>
        <source>Emergency &amp;landing sites (name latitude longitude; …)</source>
        <translation>Emergency &amp;landing sites (name latitude longitude; …)</translation>
    </message>
    <message>
        <source>Flight plan of a mission</source>
        <translation>Flight plan of a mission</translation>
    </message>
    <message>
        <source>Make the &amp;draft</source>
        <translation>Make the &amp;draft</translation>
    </message>
    <message>
        <source>A landing site is a name, a latitude and a longitude.</source>
        <translation>A landing site is a name, a latitude and a longitude.</translation>
    </message>
</context>
<context>
    <name>haneul::plans::PlanCharts</name>
    <message>
        <source>route of %1</source>
        <translation>route of %1</translation>
    </message>
    <message>
        <source>UTC</source>
        <translation>UTC</translation>
    </message>
    <message>
        <source>m %1</source>
        <translation>m %1</translation>
    </message>
    <message>
        <source>limits of its volumes</source>
        <translation>limits of its volumes</translation>
    </message>
    <message>
        <source>with %1</source>
        <translation>with %1</translation>
    </message>
    <message>
        <source>Heights over time</source>
        <translation>Heights over time</translation>
    </message>
    <message>
        <source>Heights over time (%1: other height reference)</source>
        <translation>Heights over time (%1: other height reference)</translation>
    </message>
</context>
<context>
    <name>haneul::plans::PlanEditor</name>
    <message>
        <source> m/s</source>
        <translation> m/s</translation>
    </message>
    <message>
        <source> m</source>
        <translation> m</translation>
    </message>
    <message>
        <source>Plan (empty: it is given one)</source>
        <translation>Plan (empty: it is given one)</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Profile</translation>
    </message>
    <message>
        <source>Kind of mission</source>
        <translation>Kind of mission</translation>
    </message>
    <message>
        <source>Objective</source>
        <translation>Objective</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>Operator</translation>
    </message>
    <message>
        <source>Drone</source>
        <translation>Drone</translation>
    </message>
    <message>
        <source>Battery</source>
        <translation>Battery</translation>
    </message>
    <message>
        <source>Pilot</source>
        <translation>Pilot</translation>
    </message>
    <message>
        <source>Payloads, with commas</source>
        <translation>Payloads, with commas</translation>
    </message>
    <message>
        <source> kg</source>
        <translation> kg</translation>
    </message>
    <message>
        <source>Parcels</source>
        <translation>Parcels</translation>
    </message>
    <message>
        <source>Delivery mission</source>
        <translation>Delivery mission</translation>
    </message>
    <message>
        <source>Priority, 0 to 100</source>
        <translation>Priority, 0 to 100</translation>
    </message>
    <message>
        <source>Start (UTC)</source>
        <translation>Start (UTC)</translation>
    </message>
    <message>
        <source>Time of the plan</source>
        <translation>Time of the plan</translation>
    </message>
    <message>
        <source> min</source>
        <translation> min</translation>
    </message>
    <message>
        <source>Cruise</source>
        <translation>Cruise</translation>
    </message>
    <message>
        <source>Climb</source>
        <translation>Climb</translation>
    </message>
    <message>
        <source>Descent</source>
        <translation>Descent</translation>
    </message>
    <message>
        <source>Sight</source>
        <translation>Sight</translation>
    </message>
    <message>
        <source>When the link is lost</source>
        <translation>When the link is lost</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>not said</translation>
    </message>
    <message>
        <source>Landing sites (name latitude longitude; …)</source>
        <translation>Landing sites (name latitude longitude; …)</translation>
    </message>
    <message>
        <source>Documents (PERMIT number / authority; …)</source>
        <translation>Documents (PERMIT number / authority; …)</translation>
    </message>
    <message>
        <source>Way</source>
        <translation>Way</translation>
    </message>
    <message>
        <source>Heights from</source>
        <translation>Heights from</translation>
    </message>
    <message>
        <source>mean sea level (AMSL)</source>
        <translation>mean sea level (AMSL)</translation>
    </message>
    <message>
        <source>the ground (AGL)</source>
        <translation>the ground (AGL)</translation>
    </message>
    <message>
        <source>the ellipsoid (W84)</source>
        <translation>the ellipsoid (W84)</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Height</translation>
    </message>
    <message>
        <source>Lower limit</source>
        <translation>Lower limit</translation>
    </message>
    <message>
        <source>Up at the first place and down at the last</source>
        <translation>Up at the first place and down at the last</translation>
    </message>
    <message>
        <source>Height of the ground there</source>
        <translation>Height of the ground there</translation>
    </message>
    <message>
        <source>From line to line</source>
        <translation>From line to line</translation>
    </message>
    <message>
        <source>Direction of the lines</source>
        <translation>Direction of the lines</translation>
    </message>
    <message>
        <source>To each side, or radius</source>
        <translation>To each side, or radius</translation>
    </message>
    <message>
        <source>Passes</source>
        <translation>Passes</translation>
    </message>
    <message>
        <source>New flight plan</source>
        <translation>New flight plan</translation>
    </message>
    <message>
        <source>Flight plan %1, revision %2</source>
        <translation>Flight plan %1, revision %2</translation>
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
        <source>Height (m)</source>
        <translation>Height (m)</translation>
    </message>
    <message>
        <source>Stays (s)</source>
        <translation>Stays (s)</translation>
    </message>
    <message>
        <source>Places of the plan</source>
        <translation>Places of the plan</translation>
    </message>
    <message>
        <source>What the checks say</source>
        <translation>What the checks say</translation>
    </message>
    <message>
        <source>such as 2026-11-26 10:05</source>
        <translation>such as 2026-11-26 10:05</translation>
    </message>
    <message>
        <source>&amp;Draw on the map</source>
        <translation>&amp;Draw on the map</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>&amp;Import…</translation>
    </message>
    <message>
        <source>&amp;Add a place</source>
        <translation>&amp;Add a place</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Remove</translation>
    </message>
    <message>
        <source>&amp;Save the draft</source>
        <translation>&amp;Save the draft</translation>
    </message>
    <message>
        <source>S&amp;ubmit</source>
        <translation>S&amp;ubmit</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Close</translation>
    </message>
    <message>
        <source>The start is a time such as 10:05 or 2026-11-26 10:05 (UTC).</source>
        <translation>The start is a time such as 10:05 or 2026-11-26 10:05 (UTC).</translation>
    </message>
    <message>
        <source>A landing site is a name, a latitude and a longitude; several are parted by semicolons.</source>
        <translation>A landing site is a name, a latitude and a longitude; several are parted by semicolons.</translation>
    </message>
    <message>
        <source>A document is PERMIT or WAIVER, its number, a stroke and the authority.</source>
        <translation>A document is PERMIT or WAIVER, its number, a stroke and the authority.</translation>
    </message>
    <message>
        <source>✓ Submitted now, it would wait for approval: %1 passed, %2 not judged.</source>
        <translation>✓ Submitted now, it would wait for approval: %1 passed, %2 not judged.</translation>
    </message>
    <message>
        <source>▲ Submitted now, it would be returned: %1 passed, %2 not judged, %3 failed.</source>
        <translation>▲ Submitted now, it would be returned: %1 passed, %2 not judged, %3 failed.</translation>
    </message>
    <message>
        <source>Import a way</source>
        <translation>Import a way</translation>
    </message>
    <message>
        <source>The file cannot be read: %1</source>
        <translation>The file cannot be read: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) taken.</source>
        <translation>
            <numerusform>%n place taken.</numerusform>
            <numerusform>%n places taken.</numerusform>
        </translation>
    </message>
    <message>
        <source>Plan %1 is kept as a draft, revision %2.</source>
        <translation>Plan %1 is kept as a draft, revision %2.</translation>
    </message>
    <message>
        <source>Kept as %1, revision %2.</source>
        <translation>Kept as %1, revision %2.</translation>
    </message>
    <message>
        <source>Plan %1 waits for approval.</source>
        <translation>Plan %1 waits for approval.</translation>
    </message>
    <message>
        <source>Plan %1 was returned: look at its checks.</source>
        <translation>Plan %1 was returned: look at its checks.</translation>
    </message>
    <message>
        <source>It was returned: something in the checks keeps it from its approval.</source>
        <translation>It was returned: something in the checks keeps it from its approval.</translation>
    </message>
    <message>
        <source>Ways (%1);;All files (*)</source>
        <translation>Ways (%1);;All files (*)</translation>
    </message>
    <message>
        <source>Nothing could be taken from it: %1</source>
        <translation>Nothing could be taken from it: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n further line(s) or area(s) of the file</source>
        <translation>
            <numerusform>%n further line or area of the file</numerusform>
            <numerusform>%n further lines or areas of the file</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 Not taken: %2</source>
        <translation>%1 Not taken: %2</translation>
    </message>
</context>
<context>
    <name>haneul::plans::PlansPanel</name>
    <message>
        <source>Field</source>
        <translation>Field</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Before</translation>
    </message>
    <message>
        <source>After</source>
        <translation>After</translation>
    </message>
    <message>
        <source>As it is</source>
        <translation>As it is</translation>
    </message>
    <message>
        <source>When (UTC)</source>
        <translation>When (UTC)</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Step</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Who</translation>
    </message>
    <message>
        <source>Revision</source>
        <translation>Revision</translation>
    </message>
    <message>
        <source>State</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Filter: plan, operator, drone, state, what is in the way</source>
        <translation>Filter: plan, operator, drone, state, what is in the way</translation>
    </message>
    <message>
        <source>Filter of the plans</source>
        <translation>Filter of the plans</translation>
    </message>
    <message>
        <source>Which plans</source>
        <translation>Which plans</translation>
    </message>
    <message>
        <source>Waits for my decision</source>
        <translation>Waits for my decision</translation>
    </message>
    <message>
        <source>Waits for approval</source>
        <translation>Waits for approval</translation>
    </message>
    <message>
        <source>Approved and flying</source>
        <translation>Approved and flying</translation>
    </message>
    <message>
        <source>My own</source>
        <translation>My own</translation>
    </message>
    <message>
        <source>All plans</source>
        <translation>All plans</translation>
    </message>
    <message>
        <source>Flight plans</source>
        <translation>Flight plans</translation>
    </message>
    <message>
        <source>Evidence of the chosen plan</source>
        <translation>Evidence of the chosen plan</translation>
    </message>
    <message>
        <source>Changes since the version before</source>
        <translation>Changes since the version before</translation>
    </message>
    <message>
        <source>All fields of the plan</source>
        <translation>All fields of the plan</translation>
    </message>
    <message>
        <source>History of the plan</source>
        <translation>History of the plan</translation>
    </message>
    <message>
        <source>Only what failed or is not judged</source>
        <translation>Only what failed or is not judged</translation>
    </message>
    <message>
        <source>What an approval would cause</source>
        <translation>What an approval would cause</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Evidence</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>Conflicts</translation>
    </message>
    <message>
        <source>Heights and times</source>
        <translation>Heights and times</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Changes</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>History</source>
        <translation>History</translation>
    </message>
    <message>
        <source>Approve…</source>
        <translation>Approve…</translation>
    </message>
    <message>
        <source>Return…</source>
        <translation>Return…</translation>
    </message>
    <message>
        <source>Reject…</source>
        <translation>Reject…</translation>
    </message>
    <message>
        <source>Revoke…</source>
        <translation>Revoke…</translation>
    </message>
    <message>
        <source>Decision sheet…</source>
        <translation>Decision sheet…</translation>
    </message>
    <message>
        <source>On the map</source>
        <translation>On the map</translation>
    </message>
    <message>
        <source>New…</source>
        <translation>New…</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Edit…</translation>
    </message>
    <message numerus="yes">
        <source>%1 shown, %n waiting for approval. J and K: next and previous.</source>
        <translation>
            <numerusform>%1 shown, %n waiting for approval. J and K: next and previous.</numerusform>
            <numerusform>%1 shown, %n waiting for approval. J and K: next and previous.</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a plan in the list or on the map.</source>
        <translation>Choose a plan in the list or on the map.</translation>
    </message>
    <message>
        <source>Choose a plan.</source>
        <translation>Choose a plan.</translation>
    </message>
    <message>
        <source>%1 · %2 · revision %3 · %4 · drone %5 · %6–%7</source>
        <translation>%1 · %2 · revision %3 · %4 · drone %5 · %6–%7</translation>
    </message>
    <message>
        <source>
Reason: %1</source>
        <translation>
Reason: %1</translation>
    </message>
    <message>
        <source>
Conditions: %1</source>
        <translation>
Conditions: %1</translation>
    </message>
    <message>
        <source>It does not wait for approval: %1.</source>
        <translation>It does not wait for approval: %1.</translation>
    </message>
    <message>
        <source>Revision %1 against revision %2, changed by %3 at %4:</source>
        <translation>Revision %1 against revision %2, changed by %3 at %4:</translation>
    </message>
    <message>
        <source>This is the first version: there is nothing to compare with.</source>
        <translation>This is the first version: there is nothing to compare with.</translation>
    </message>
    <message>
        <source>End the flight</source>
        <translation>End the flight</translation>
    </message>
    <message>
        <source>Begin the flight</source>
        <translation>Begin the flight</translation>
    </message>
    <message>
        <source>%1 does not wait for approval: %2.</source>
        <translation>%1 does not wait for approval: %2.</translation>
    </message>
    <message>
        <source>That cannot be done with %1 now: %2.</source>
        <translation>That cannot be done with %1 now: %2.</translation>
    </message>
    <message>
        <source>Save the decision sheet</source>
        <translation>Save the decision sheet</translation>
    </message>
    <message>
        <source>decision-%1.pdf</source>
        <translation>decision-%1.pdf</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>The sheet is in %1.</source>
        <translation>The sheet is in %1.</translation>
    </message>
    <message>
        <source>The sheet could not be written: %1</source>
        <translation>The sheet could not be written: %1</translation>
    </message>
    <message>
        <source>Plan %1 is a draft of the mission. Look at it, then submit it.</source>
        <translation>Plan %1 is a draft of the mission. Look at it, then submit it.</translation>
    </message>
    <message>
        <source>Plan %1 waits for approval.</source>
        <translation>Plan %1 waits for approval.</translation>
    </message>
    <message>
        <source>Plan %1 was returned: look at its checks.</source>
        <translation>Plan %1 was returned: look at its checks.</translation>
    </message>
    <message>
        <source>The flight of %1 has begun.</source>
        <translation>The flight of %1 has begun.</translation>
    </message>
    <message>
        <source>The flight of %1 has ended.</source>
        <translation>The flight of %1 has ended.</translation>
    </message>
    <message>
        <source>In 3D</source>
        <translation>In 3D</translation>
    </message>
    <message>
        <source>In the diagram</source>
        <translation>In the diagram</translation>
    </message>
</context>
<context>
    <name>haneul::plans::QueueModel</name>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 d</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>in %1</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>%1 ago</translation>
    </message>
    <message>
        <source>not checked</source>
        <translation>not checked</translation>
    </message>
    <message numerus="yes">
        <source>%n check(s) failed</source>
        <translation>
            <numerusform>%n check failed</numerusform>
            <numerusform>%n checks failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not judged</source>
        <translation>
            <numerusform>%n not judged</numerusform>
            <numerusform>%n not judged</numerusform>
        </translation>
    </message>
    <message>
        <source>all passed</source>
        <translation>all passed</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 of %2</translation>
    </message>
    <message>
        <source>Starts</source>
        <translation>Starts</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>Operator</translation>
    </message>
    <message>
        <source>Drone</source>
        <translation>Drone</translation>
    </message>
    <message>
        <source>Start (UTC)</source>
        <translation>Start (UTC)</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priority</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Checks</translation>
    </message>
    <message>
        <source>To look at first</source>
        <translation>To look at first</translation>
    </message>
    <message>
        <source>State</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Waits since</source>
        <translation>Waits since</translation>
    </message>
    <message>
        <source>Approvals</source>
        <translation>Approvals</translation>
    </message>
</context>
<context>
    <name>haneul::plans::RefuseForm</name>
    <message>
        <source>Plan %1, revision %2, goes back for changes. Told, with the reason: %3.</source>
        <translation>Plan %1, revision %2, goes back for changes. Told, with the reason: %3.</translation>
    </message>
    <message>
        <source>Plan %1, revision %2, is rejected for good: nothing can be done with it any more. Told, with the reason: %3.</source>
        <translation>Plan %1, revision %2, is rejected for good: nothing can be done with it any more. Told, with the reason: %3.</translation>
    </message>
    <message>
        <source>The approval of plan %1 is taken back: it must not be flown, and its airspace is free again. Told, with the reason: %2.</source>
        <translation>The approval of plan %1 is taken back: it must not be flown, and its airspace is free again. Told, with the reason: %2.</translation>
    </message>
    <message>
        <source>Plan %1 is withdrawn: it will not be flown, and its airspace is free again.</source>
        <translation>Plan %1 is withdrawn: it will not be flown, and its airspace is free again.</translation>
    </message>
    <message>
        <source>&amp;Reason (may be empty)</source>
        <translation>&amp;Reason (may be empty)</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>&amp;Reason</translation>
    </message>
    <message>
        <source>Return a flight plan</source>
        <translation>Return a flight plan</translation>
    </message>
    <message>
        <source>Reject a flight plan</source>
        <translation>Reject a flight plan</translation>
    </message>
    <message>
        <source>Revoke an approval</source>
        <translation>Revoke an approval</translation>
    </message>
    <message>
        <source>Withdraw a flight plan</source>
        <translation>Withdraw a flight plan</translation>
    </message>
    <message>
        <source>Re&amp;turn it</source>
        <translation>Re&amp;turn it</translation>
    </message>
    <message>
        <source>Re&amp;ject it</source>
        <translation>Re&amp;ject it</translation>
    </message>
    <message>
        <source>Re&amp;voke it</source>
        <translation>Re&amp;voke it</translation>
    </message>
    <message>
        <source>&amp;Withdraw it</source>
        <translation>&amp;Withdraw it</translation>
    </message>
    <message>
        <source>Plan %1 has been returned; those concerned have been told.</source>
        <translation>Plan %1 has been returned; those concerned have been told.</translation>
    </message>
    <message>
        <source>Plan %1 has been rejected; those concerned have been told.</source>
        <translation>Plan %1 has been rejected; those concerned have been told.</translation>
    </message>
    <message>
        <source>The approval of plan %1 has been revoked.</source>
        <translation>The approval of plan %1 has been revoked.</translation>
    </message>
    <message>
        <source>Plan %1 has been withdrawn.</source>
        <translation>Plan %1 has been withdrawn.</translation>
    </message>
</context>
<context>
    <name>haneul::plans::Remedy</name>
    <message>
        <source>Record the drone %1…</source>
        <translation>Record the drone %1…</translation>
    </message>
    <message>
        <source>Record the battery %1…</source>
        <translation>Record the battery %1…</translation>
    </message>
    <message>
        <source>Record the pilot %1…</source>
        <translation>Record the pilot %1…</translation>
    </message>
    <message>
        <source>Open the fleet</source>
        <translation>Open the fleet</translation>
    </message>
</context>
<context>
    <name>haneul::plans::RouteTool</name>
    <message numerus="yes">
        <source>Flight plan: click or Insert puts a place, Backspace takes it back, Return ends, Escape forgets (%n so far)</source>
        <translation>
            <numerusform>Flight plan: click or Insert puts a place, Backspace takes it back, Return ends, Escape forgets (%n so far)</numerusform>
            <numerusform>Flight plan: click or Insert puts a place, Backspace takes it back, Return ends, Escape forgets (%n so far)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>haneul::plans::SideView</name>
    <message>
        <source>The plan has no heights yet.</source>
        <translation>The plan has no heights yet.</translation>
    </message>
    <message>
        <source>Choose a plan.</source>
        <translation>Choose a plan.</translation>
    </message>
</context>
<context>
    <name>haneul::plans::TimeStrip</name>
    <message>
        <source>Plans in time</source>
        <translation>Plans in time</translation>
    </message>
</context>
<context>
    <name>haneul::plans::Words</name>
    <message>
        <source>The plan has no id.</source>
        <translation>The plan has no id.</translation>
    </message>
    <message>
        <source>No operator is named.</source>
        <translation>No operator is named.</translation>
    </message>
    <message>
        <source>No drone is named.</source>
        <translation>No drone is named.</translation>
    </message>
    <message>
        <source>No pilot is named.</source>
        <translation>No pilot is named.</translation>
    </message>
    <message>
        <source>There is no such profile. Choose one.</source>
        <translation>There is no such profile. Choose one.</translation>
    </message>
    <message>
        <source>The profile has no such kind of mission.</source>
        <translation>The profile has no such kind of mission.</translation>
    </message>
    <message>
        <source>The profile does not fly such a route. Choose another form.</source>
        <translation>The profile does not fly such a route. Choose another form.</translation>
    </message>
    <message>
        <source>The profile asks for this field.</source>
        <translation>The profile asks for this field.</translation>
    </message>
    <message>
        <source>The end is not after the start.</source>
        <translation>The end is not after the start.</translation>
    </message>
    <message>
        <source>The start has passed.</source>
        <translation>The start has passed.</translation>
    </message>
    <message>
        <source>The end is more than 30 days ahead.</source>
        <translation>The end is more than 30 days ahead.</translation>
    </message>
    <message>
        <source>A priority is 0 to 100.</source>
        <translation>A priority is 0 to 100.</translation>
    </message>
    <message>
        <source>The mass of the parcels is not a number from 0 on.</source>
        <translation>The mass of the parcels is not a number from 0 on.</translation>
    </message>
    <message>
        <source>A speed is a number above 0.</source>
        <translation>A speed is a number above 0.</translation>
    </message>
    <message>
        <source>Beyond sight, the plan says what happens when the link is lost.</source>
        <translation>Beyond sight, the plan says what happens when the link is lost.</translation>
    </message>
    <message>
        <source>Beyond sight, the plan names at least one emergency landing site.</source>
        <translation>Beyond sight, the plan names at least one emergency landing site.</translation>
    </message>
    <message>
        <source>A landing site is no place on Earth.</source>
        <translation>A landing site is no place on Earth.</translation>
    </message>
    <message>
        <source>A document has no number, or ends before it begins.</source>
        <translation>A document has no number, or ends before it begins.</translation>
    </message>
    <message>
        <source>The plan has no volumes yet: its route cannot be flown.</source>
        <translation>The plan has no volumes yet: its route cannot be flown.</translation>
    </message>
    <message>
        <source>The volumes have too many corners.</source>
        <translation>The volumes have too many corners.</translation>
    </message>
    <message>
        <source>The flight takes longer than the plan&apos;s time. Set a later end.</source>
        <translation>The flight takes longer than the plan&apos;s time. Set a later end.</translation>
    </message>
    <message>
        <source>The volumes do not hold the whole flight.</source>
        <translation>The volumes do not hold the whole flight.</translation>
    </message>
    <message>
        <source>The route cannot be flown: two places or more, heights of one reference.</source>
        <translation>The route cannot be flown: two places or more, heights of one reference.</translation>
    </message>
    <message>
        <source>The pattern cannot be flown as it is drawn.</source>
        <translation>The pattern cannot be flown as it is drawn.</translation>
    </message>
    <message>
        <source>The area is not sound: three corners or more that do not cross themselves.</source>
        <translation>The area is not sound: three corners or more that do not cross themselves.</translation>
    </message>
    <message>
        <source>The upper height is not above the lower one.</source>
        <translation>The upper height is not above the lower one.</translation>
    </message>
    <message>
        <source>The margins of the volumes are not above 0.</source>
        <translation>The margins of the volumes are not above 0.</translation>
    </message>
    <message>
        <source>Cruise speed against the drone type.</source>
        <translation>Cruise speed against the drone type.</translation>
    </message>
    <message>
        <source>Climb against the drone type.</source>
        <translation>Climb against the drone type.</translation>
    </message>
    <message>
        <source>Descent against the drone type.</source>
        <translation>Descent against the drone type.</translation>
    </message>
    <message>
        <source>Time in the air against the drone type.</source>
        <translation>Time in the air against the drone type.</translation>
    </message>
    <message>
        <source>The limit of the drone type is not recorded.</source>
        <translation>The limit of the drone type is not recorded.</translation>
    </message>
    <message>
        <source>The flight goes through a prohibited zone.</source>
        <translation>The flight goes through a prohibited zone.</translation>
    </message>
    <message>
        <source>Whether the flight goes through is not known.</source>
        <translation>Whether the flight goes through is not known.</translation>
    </message>
    <message>
        <source>The zone sets conditions in words: a person judges them.</source>
        <translation>The zone sets conditions in words: a person judges them.</translation>
    </message>
    <message>
        <source>The zone asks for an authorisation.</source>
        <translation>The zone asks for an authorisation.</translation>
    </message>
    <message>
        <source>The flight goes through this zone.</source>
        <translation>The flight goes through this zone.</translation>
    </message>
    <message>
        <source>The zones of the airspace are not known.</source>
        <translation>The zones of the airspace are not known.</translation>
    </message>
    <message>
        <source>The volumes are not sound, so nothing can be compared with them.</source>
        <translation>The volumes are not sound, so nothing can be compared with them.</translation>
    </message>
    <message>
        <source>A standing plan goes before and is there at that time.</source>
        <translation>A standing plan goes before and is there at that time.</translation>
    </message>
    <message>
        <source>A standing plan may be there: the heights cannot be compared.</source>
        <translation>A standing plan may be there: the heights cannot be compared.</translation>
    </message>
    <message>
        <source>A standing plan of lower priority must give way.</source>
        <translation>A standing plan of lower priority must give way.</translation>
    </message>
    <message>
        <source>The standing plans are not known.</source>
        <translation>The standing plans are not known.</translation>
    </message>
    <message>
        <source>More flights at once than are possible here.</source>
        <translation>More flights at once than are possible here.</translation>
    </message>
    <message>
        <source>Flights at once against what is possible.</source>
        <translation>Flights at once against what is possible.</translation>
    </message>
    <message>
        <source>Standing plans or limits are not known.</source>
        <translation>Standing plans or limits are not known.</translation>
    </message>
    <message>
        <source>Drone, battery and pilot are not known to the fleet.</source>
        <translation>Drone, battery and pilot are not known to the fleet.</translation>
    </message>
    <message>
        <source>The zone asks for an authorisation and no document covers all of the time.</source>
        <translation>The zone asks for an authorisation and no document covers all of the time.</translation>
    </message>
    <message>
        <source>A document covers this zone.</source>
        <translation>A document covers this zone.</translation>
    </message>
    <message>
        <source>There is no source for this check here: it is not judged.</source>
        <translation>There is no source for this check here: it is not judged.</translation>
    </message>
    <message>
        <source>This console keeps no flight plans.</source>
        <translation>This console keeps no flight plans.</translation>
    </message>
    <message>
        <source>Your role may not do this. Ask somebody who may, or sign in as another user.</source>
        <translation>Your role may not do this. Ask somebody who may, or sign in as another user.</translation>
    </message>
    <message>
        <source>There is no such flight plan any more.</source>
        <translation>There is no such flight plan any more.</translation>
    </message>
    <message>
        <source>The plan does not stand where this is possible any more: somebody has decided meanwhile. Look at its history.</source>
        <translation>The plan does not stand where this is possible any more: somebody has decided meanwhile. Look at its history.</translation>
    </message>
    <message>
        <source>Only its authors, its pilot and its operator&apos;s people do this.</source>
        <translation>Only its authors, its pilot and its operator&apos;s people do this.</translation>
    </message>
    <message>
        <source>The plan has been changed since you looked at it. Close this, look at what is new, then decide.</source>
        <translation>The plan has been changed since you looked at it. Close this, look at what is new, then decide.</translation>
    </message>
    <message>
        <source>The checks say something else than what you saw. The new evidence is shown: look at it, then decide.</source>
        <translation>The checks say something else than what you saw. The new evidence is shown: look at it, then decide.</translation>
    </message>
    <message>
        <source>The checks do not let it pass any more, perhaps because another plan was approved first. Look at what is hit, then return it with a proposal.</source>
        <translation>The checks do not let it pass any more, perhaps because another plan was approved first. Look at what is hit, then return it with a proposal.</translation>
    </message>
    <message>
        <source>Only a person who is logged in by name decides.</source>
        <translation>Only a person who is logged in by name decides.</translation>
    </message>
    <message>
        <source>Administrators keep the house and decide about no plan.</source>
        <translation>Administrators keep the house and decide about no plan.</translation>
    </message>
    <message>
        <source>Who wrote the plan is not known, so nobody can be told to be somebody else. Have it submitted again.</source>
        <translation>Who wrote the plan is not known, so nobody can be told to be somebody else. Have it submitted again.</translation>
    </message>
    <message>
        <source>You wrote or submitted this plan yourself: another person decides about it.</source>
        <translation>You wrote or submitted this plan yourself: another person decides about it.</translation>
    </message>
    <message>
        <source>You changed this plan last: another person decides about it.</source>
        <translation>You changed this plan last: another person decides about it.</translation>
    </message>
    <message>
        <source>You gave the first approval: the second is another person&apos;s.</source>
        <translation>You gave the first approval: the second is another person&apos;s.</translation>
    </message>
    <message>
        <source>Say why: the pilot is told.</source>
        <translation>Say why: the pilot is told.</translation>
    </message>
    <message>
        <source>The text is too long. Shorten it.</source>
        <translation>The text is too long. Shorten it.</translation>
    </message>
    <message>
        <source>There is a plan with this id already. Choose another one.</source>
        <translation>There is a plan with this id already. Choose another one.</translation>
    </message>
    <message>
        <source>An id has 1 to 64 letters, digits, hyphens, dots and _. Choose another one.</source>
        <translation>An id has 1 to 64 letters, digits, hyphens, dots and _. Choose another one.</translation>
    </message>
    <message>
        <source>There is no mission of this id.</source>
        <translation>There is no mission of this id.</translation>
    </message>
    <message>
        <source>The mission is over or cancelled.</source>
        <translation>The mission is over or cancelled.</translation>
    </message>
    <message>
        <source>You belong to another organisation than this operator.</source>
        <translation>You belong to another organisation than this operator.</translation>
    </message>
    <message>
        <source>The plan is too large. Leave out points.</source>
        <translation>The plan is too large. Leave out points.</translation>
    </message>
    <message>
        <source>It is too early: the flight begins later.</source>
        <translation>It is too early: the flight begins later.</translation>
    </message>
    <message>
        <source>It is too late: the plan&apos;s time has passed.</source>
        <translation>It is too late: the plan&apos;s time has passed.</translation>
    </message>
    <message>
        <source>Too many searches wait. Try again in a moment.</source>
        <translation>Too many searches wait. Try again in a moment.</translation>
    </message>
    <message>
        <source>The plan passes as it is: nothing else is needed.</source>
        <translation>The plan passes as it is: nothing else is needed.</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>Operator</translation>
    </message>
    <message>
        <source>Drone</source>
        <translation>Drone</translation>
    </message>
    <message>
        <source>Pilot</source>
        <translation>Pilot</translation>
    </message>
    <message>
        <source>Battery</source>
        <translation>Battery</translation>
    </message>
    <message>
        <source>Payloads</source>
        <translation>Payloads</translation>
    </message>
    <message>
        <source>Parcels</source>
        <translation>Parcels</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Profile</translation>
    </message>
    <message>
        <source>Kind of mission</source>
        <translation>Kind of mission</translation>
    </message>
    <message>
        <source>Objective</source>
        <translation>Objective</translation>
    </message>
    <message>
        <source>Delivery mission</source>
        <translation>Delivery mission</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>Route</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>End</source>
        <translation>End</translation>
    </message>
    <message>
        <source>Speeds and sight</source>
        <translation>Speeds and sight</translation>
    </message>
    <message>
        <source>When something goes wrong</source>
        <translation>When something goes wrong</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priority</translation>
    </message>
    <message>
        <source>Volumes</source>
        <translation>Volumes</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>Written</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Changed</translation>
    </message>
    <message>
        <source>Submitted</source>
        <translation>Submitted</translation>
    </message>
    <message>
        <source>Checks passed</source>
        <translation>Checks passed</translation>
    </message>
    <message>
        <source>Checks failed</source>
        <translation>Checks failed</translation>
    </message>
    <message>
        <source>Approvers told</source>
        <translation>Approvers told</translation>
    </message>
    <message>
        <source>Pilot told</source>
        <translation>Pilot told</translation>
    </message>
    <message>
        <source>First approval</source>
        <translation>First approval</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Approved</translation>
    </message>
    <message>
        <source>Returned for changes</source>
        <translation>Returned for changes</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Rejected</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Withdrawn</translation>
    </message>
    <message>
        <source>Approval revoked</source>
        <translation>Approval revoked</translation>
    </message>
    <message>
        <source>Flight begun</source>
        <translation>Flight begun</translation>
    </message>
    <message>
        <source>Flight ended</source>
        <translation>Flight ended</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Draft</translation>
    </message>
    <message>
        <source>Being checked</source>
        <translation>Being checked</translation>
    </message>
    <message>
        <source>Waits for approval</source>
        <translation>Waits for approval</translation>
    </message>
    <message>
        <source>Flying</source>
        <translation>Flying</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Ended</translation>
    </message>
    <message>
        <source>Outside its volumes</source>
        <translation>Outside its volumes</translation>
    </message>
    <message>
        <source>In an emergency</source>
        <translation>In an emergency</translation>
    </message>
    <message>
        <source>Approved provisionally</source>
        <translation>Approved provisionally</translation>
    </message>
    <message>
        <source>In conflict</source>
        <translation>In conflict</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>Performance</source>
        <translation>Performance</translation>
    </message>
    <message>
        <source>Airspace</source>
        <translation>Airspace</translation>
    </message>
    <message>
        <source>Other plans</source>
        <translation>Other plans</translation>
    </message>
    <message>
        <source>Capacity</source>
        <translation>Capacity</translation>
    </message>
    <message>
        <source>Readiness</source>
        <translation>Readiness</translation>
    </message>
    <message>
        <source>Weather</source>
        <translation>Weather</translation>
    </message>
    <message>
        <source>Ground risk</source>
        <translation>Ground risk</translation>
    </message>
    <message>
        <source>Collision risk</source>
        <translation>Collision risk</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>Passed</translation>
    </message>
    <message>
        <source>Not judged</source>
        <translation>Not judged</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Failed</translation>
    </message>
    <message>
        <source>Waypoints</source>
        <translation>Waypoints</translation>
    </message>
    <message>
        <source>Lines over an area</source>
        <translation>Lines over an area</translation>
    </message>
    <message>
        <source>Corridor</source>
        <translation>Corridor</translation>
    </message>
    <message>
        <source>Anywhere in an area</source>
        <translation>Anywhere in an area</translation>
    </message>
    <message>
        <source>within sight (VLOS)</source>
        <translation>within sight (VLOS)</translation>
    </message>
    <message>
        <source>beyond sight (BVLOS)</source>
        <translation>beyond sight (BVLOS)</translation>
    </message>
    <message>
        <source>returns home</source>
        <translation>returns home</translation>
    </message>
    <message>
        <source>hovers</source>
        <translation>hovers</translation>
    </message>
    <message>
        <source>lands</source>
        <translation>lands</translation>
    </message>
    <message>
        <source>flies on</source>
        <translation>flies on</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Earlier</translation>
    </message>
    <message>
        <source>Other height</source>
        <translation>Other height</translation>
    </message>
    <message>
        <source>Other route</source>
        <translation>Other route</translation>
    </message>
    <message>
        <source>Logistics</source>
        <translation>Logistics</translation>
    </message>
    <message>
        <source>Inspection</source>
        <translation>Inspection</translation>
    </message>
    <message>
        <source>Agriculture</source>
        <translation>Agriculture</translation>
    </message>
    <message>
        <source>Monitoring</source>
        <translation>Monitoring</translation>
    </message>
    <message>
        <source>Public safety</source>
        <translation>Public safety</translation>
    </message>
    <message>
        <source>goes before</source>
        <translation>goes before</translation>
    </message>
    <message>
        <source>gives way</source>
        <translation>gives way</translation>
    </message>
    <message>
        <source>may be there too</source>
        <translation>may be there too</translation>
    </message>
    <message>
        <source>Cruise speed</source>
        <translation>Cruise speed</translation>
    </message>
    <message>
        <source>Climb</source>
        <translation>Climb</translation>
    </message>
    <message>
        <source>Descent</source>
        <translation>Descent</translation>
    </message>
    <message>
        <source>When the link is lost</source>
        <translation>When the link is lost</translation>
    </message>
    <message>
        <source>Landing sites</source>
        <translation>Landing sites</translation>
    </message>
    <message>
        <source>up to %1</source>
        <translation>up to %1</translation>
    </message>
    <message>
        <source>from %1 up</source>
        <translation>from %1 up</translation>
    </message>
    <message>
        <source>cruise %1 m/s, climb %2 m/s, descent %3 m/s, %4</source>
        <translation>cruise %1 m/s, climb %2 m/s, descent %3 m/s, %4</translation>
    </message>
    <message>
        <source>link lost: %1; landing sites: %2</source>
        <translation>link lost: %1; landing sites: %2</translation>
    </message>
    <message>
        <source>permit</source>
        <translation>permit</translation>
    </message>
    <message>
        <source>waiver</source>
        <translation>waiver</translation>
    </message>
    <message>
        <source>circle of %1 m around %2</source>
        <translation>circle of %1 m around %2</translation>
    </message>
    <message numerus="yes">
        <source>area of %n corner(s)</source>
        <translation>
            <numerusform>area of %n corner</numerusform>
            <numerusform>area of %n corners</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waypoint(s)</source>
        <translation>
            <numerusform>%n waypoint</numerusform>
            <numerusform>%n waypoints</numerusform>
        </translation>
    </message>
    <message>
        <source>lines %1 m apart at %2° over an %3, %4</source>
        <translation>lines %1 m apart at %2° over an %3, %4</translation>
    </message>
    <message numerus="yes">
        <source>%n point(s), %1 m to each side, %2 passes, %3</source>
        <translation>
            <numerusform>%n point, %1 m to each side, %2 passes, %3</numerusform>
            <numerusform>%n points, %1 m to each side, %2 passes, %3</numerusform>
        </translation>
    </message>
    <message>
        <source>, stays %1</source>
        <translation>, stays %1</translation>
    </message>
    <message numerus="yes">
        <source>%n volume(s), %1</source>
        <translation>
            <numerusform>%n volume, %1</numerusform>
            <numerusform>%n volumes, %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Waypoint %1</source>
        <translation>Waypoint %1</translation>
    </message>
    <message>
        <source>Another plan holds this airspace at that time. Please take one of the proposals.</source>
        <translation>Another plan holds this airspace at that time. Please take one of the proposals.</translation>
    </message>
    <message>
        <source>Please choose another time.</source>
        <translation>Please choose another time.</translation>
    </message>
    <message>
        <source>Please fly lower, or around the zone that is named.</source>
        <translation>Please fly lower, or around the zone that is named.</translation>
    </message>
    <message>
        <source>An authorisation for a zone on the way is missing. Please add it.</source>
        <translation>An authorisation for a zone on the way is missing. Please add it.</translation>
    </message>
    <message>
        <source>Please name an emergency landing site nearer to the route.</source>
        <translation>Please name an emergency landing site nearer to the route.</translation>
    </message>
    <message>
        <source>The flight goes through a zone in which no flight is permitted.</source>
        <translation>The flight goes through a zone in which no flight is permitted.</translation>
    </message>
    <message>
        <source>The operator&apos;s documents do not permit this flight.</source>
        <translation>The operator&apos;s documents do not permit this flight.</translation>
    </message>
    <message>
        <source>The risk to people on the ground is not acceptable here.</source>
        <translation>The risk to people on the ground is not acceptable here.</translation>
    </message>
    <message>
        <source>The same flight has been submitted twice.</source>
        <translation>The same flight has been submitted twice.</translation>
    </message>
    <message>
        <source>A temporary restriction has been published on the way.</source>
        <translation>A temporary restriction has been published on the way.</translation>
    </message>
    <message>
        <source>The airspace is needed for an emergency flight.</source>
        <translation>The airspace is needed for an emergency flight.</translation>
    </message>
    <message>
        <source>The weather no longer permits this flight.</source>
        <translation>The weather no longer permits this flight.</translation>
    </message>
    <message>
        <source>The drone or its pilot is no longer ready.</source>
        <translation>The drone or its pilot is no longer ready.</translation>
    </message>
    <message>
        <source>Report the start and the end to the control room by radio.</source>
        <translation>Report the start and the end to the control room by radio.</translation>
    </message>
    <message>
        <source>Land at once when the control room says so.</source>
        <translation>Land at once when the control room says so.</translation>
    </message>
    <message>
        <source>Fly only while the pilot or an observer sees the drone.</source>
        <translation>Fly only while the pilot or an observer sees the drone.</translation>
    </message>
    <message>
        <source>Keep away from gatherings of people.</source>
        <translation>Keep away from gatherings of people.</translation>
    </message>
    <message>
        <source>The expected fatalities on the ground are within the limit of the approval policy.</source>
        <translation>The expected fatalities on the ground are within the limit of the approval policy.</translation>
    </message>
    <message>
        <source>The expected fatalities on the ground are above the limit of the approval policy. Another way over fewer people, another time or a lighter drone would help.</source>
        <translation>The expected fatalities on the ground are above the limit of the approval policy. Another way over fewer people, another time or a lighter drone would help.</translation>
    </message>
    <message>
        <source>The expected fatalities on the ground are computed, but no limit is laid down in the approval policy: it is not judged.</source>
        <translation>The expected fatalities on the ground are computed, but no limit is laid down in the approval policy: it is not judged.</translation>
    </message>
    <message>
        <source>The risk on the ground cannot be computed here: data about people, traffic or heights is missing. It is not judged.</source>
        <translation>The risk on the ground cannot be computed here: data about people, traffic or heights is missing. It is not judged.</translation>
    </message>
    <message>
        <source>Some of the data is synthetic: the numbers show how the model works, not how the place is. It is not judged by them.</source>
        <translation>Some of the data is synthetic: the numbers show how the model works, not how the place is. It is not judged by them.</translation>
    </message>
    <message>
        <source>Another plan flies beside it in the opposite direction at one level; the collision risk is within the limit.</source>
        <translation>Another plan flies beside it in the opposite direction at one level; the collision risk is within the limit.</translation>
    </message>
    <message>
        <source>Another plan flies beside it in the opposite direction at one level; the collision risk is above the limit. Fly farther apart, at another level or time.</source>
        <translation>Another plan flies beside it in the opposite direction at one level; the collision risk is above the limit. Fly farther apart, at another level or time.</translation>
    </message>
    <message>
        <source>Another plan flies beside it in the opposite direction at one level; no limit is laid down in the approval policy: it is not judged.</source>
        <translation>Another plan flies beside it in the opposite direction at one level; no limit is laid down in the approval policy: it is not judged.</translation>
    </message>
    <message>
        <source>The collision risk beside another plan cannot be computed: it is not judged.</source>
        <translation>The collision risk beside another plan cannot be computed: it is not judged.</translation>
    </message>
    <message>
        <source>An operation over an area has no direction: the collision risk beside other routes is not judged.</source>
        <translation>An operation over an area has no direction: the collision risk beside other routes is not judged.</translation>
    </message>
    <message>
        <source>Somebody has retired this limit meanwhile.</source>
        <translation>Somebody has retired this limit meanwhile.</translation>
    </message>
    <message>
        <source>A limit needs a name and at least one flight at once.</source>
        <translation>A limit needs a name and at least one flight at once.</translation>
    </message>
    <message>
        <source>There are too many limits already: retire some first.</source>
        <translation>There are too many limits already: retire some first.</translation>
    </message>
    <message>
        <source>something is in the way at each</source>
        <translation>something is in the way at each</translation>
    </message>
    <message>
        <source>%1 is in the way at each</source>
        <translation>%1 is in the way at each</translation>
    </message>
    <message>
        <source>no time is left before the start</source>
        <translation>no time is left before the start</translation>
    </message>
    <message>
        <source>no other height is within the limits</source>
        <translation>no other height is within the limits</translation>
    </message>
    <message>
        <source>no way around is free and short enough</source>
        <translation>no way around is free and short enough</translation>
    </message>
    <message>
        <source>where the way is free another check does not pass</source>
        <translation>where the way is free another check does not pass</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n tried, none passes: %2.</source>
        <translation>
            <numerusform>%1: %n tried, it does not pass: %2.</numerusform>
            <numerusform>%1: %n tried, none passes: %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>What the flight asks of drone and pilot cannot be told.</source>
        <translation>What the flight asks of drone and pilot cannot be told.</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>Delivery</translation>
    </message>
    <message>
        <source>Medical delivery</source>
        <translation>Medical delivery</translation>
    </message>
    <message>
        <source>Transfer between depots</source>
        <translation>Transfer between depots</translation>
    </message>
    <message>
        <source>Power line</source>
        <translation>Power line</translation>
    </message>
    <message>
        <source>Bridge</source>
        <translation>Bridge</translation>
    </message>
    <message>
        <source>Facade</source>
        <translation>Facade</translation>
    </message>
    <message>
        <source>Plant</source>
        <translation>Plant</translation>
    </message>
    <message>
        <source>Spraying</source>
        <translation>Spraying</translation>
    </message>
    <message>
        <source>Crop survey</source>
        <translation>Crop survey</translation>
    </message>
    <message>
        <source>Seeding</source>
        <translation>Seeding</translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation>Traffic</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Environment</translation>
    </message>
    <message>
        <source>Construction site</source>
        <translation>Construction site</translation>
    </message>
    <message>
        <source>Mapping</source>
        <translation>Mapping</translation>
    </message>
    <message>
        <source>Search and rescue</source>
        <translation>Search and rescue</translation>
    </message>
    <message>
        <source>Fire</source>
        <translation>Fire</translation>
    </message>
    <message>
        <source>Police</source>
        <translation>Police</translation>
    </message>
    <message>
        <source>Disaster</source>
        <translation>Disaster</translation>
    </message>
    <message>
        <source>Zones of the airspace</source>
        <translation>Zones of the airspace</translation>
    </message>
    <message>
        <source>Standing plans</source>
        <translation>Standing plans</translation>
    </message>
    <message>
        <source>Capacity limits</source>
        <translation>Capacity limits</translation>
    </message>
    <message>
        <source>Drone, battery and pilot</source>
        <translation>Drone, battery and pilot</translation>
    </message>
    <message>
        <source>Type of vehicle</source>
        <translation>Type of vehicle</translation>
    </message>
    <message>
        <source>points</source>
        <translation>points</translation>
    </message>
    <message>
        <source>point %1</source>
        <translation>point %1</translation>
    </message>
    <message>
        <source>area</source>
        <translation>area</translation>
    </message>
    <message>
        <source>outline</source>
        <translation>outline</translation>
    </message>
    <message>
        <source>corner %1</source>
        <translation>corner %1</translation>
    </message>
    <message>
        <source>holes</source>
        <translation>holes</translation>
    </message>
    <message>
        <source>hole %1</source>
        <translation>hole %1</translation>
    </message>
    <message>
        <source>centre</source>
        <translation>centre</translation>
    </message>
    <message>
        <source>radius</source>
        <translation>radius</translation>
    </message>
    <message>
        <source>from line to line</source>
        <translation>from line to line</translation>
    </message>
    <message>
        <source>direction of the lines</source>
        <translation>direction of the lines</translation>
    </message>
    <message>
        <source>width</source>
        <translation>width</translation>
    </message>
    <message>
        <source>passes</source>
        <translation>passes</translation>
    </message>
    <message>
        <source>lower limit</source>
        <translation>lower limit</translation>
    </message>
    <message>
        <source>upper limit</source>
        <translation>upper limit</translation>
    </message>
    <message>
        <source>beginning</source>
        <translation>beginning</translation>
    </message>
    <message>
        <source>end</source>
        <translation>end</translation>
    </message>
    <message>
        <source>height</source>
        <translation>height</translation>
    </message>
    <message>
        <source>cruise speed</source>
        <translation>cruise speed</translation>
    </message>
    <message>
        <source>climb</source>
        <translation>climb</translation>
    </message>
    <message>
        <source>descent</source>
        <translation>descent</translation>
    </message>
    <message>
        <source>time in the air</source>
        <translation>time in the air</translation>
    </message>
    <message>
        <source>when the link is lost</source>
        <translation>when the link is lost</translation>
    </message>
    <message>
        <source>landing sites</source>
        <translation>landing sites</translation>
    </message>
    <message>
        <source>landing site %1</source>
        <translation>landing site %1</translation>
    </message>
    <message>
        <source>margin to the side</source>
        <translation>margin to the side</translation>
    </message>
    <message>
        <source>margin in height</source>
        <translation>margin in height</translation>
    </message>
    <message>
        <source>margin before</source>
        <translation>margin before</translation>
    </message>
    <message>
        <source>margin after</source>
        <translation>margin after</translation>
    </message>
    <message>
        <source>longest volume</source>
        <translation>longest volume</translation>
    </message>
    <message>
        <source>Volume %1</source>
        <translation>Volume %1</translation>
    </message>
    <message>
        <source>Document %1</source>
        <translation>Document %1</translation>
    </message>
    <message>
        <source>The file is none that a way can be read from. Choose a .plan, .waypoints, .kml, .kmz or .geojson file.</source>
        <translation>The file is none that a way can be read from. Choose a .plan, .waypoints, .kml, .kmz or .geojson file.</translation>
    </message>
    <message>
        <source>There is neither a line nor an area in the file. Choose another one.</source>
        <translation>There is neither a line nor an area in the file. Choose another one.</translation>
    </message>
    <message>
        <source>The file has too many lines and areas. Save the one that is to be flown by itself.</source>
        <translation>The file has too many lines and areas. Save the one that is to be flown by itself.</translation>
    </message>
    <message>
        <source>All points of the line are at one place.</source>
        <translation>All points of the line are at one place.</translation>
    </message>
    <message>
        <source>The file does not say how high.</source>
        <translation>The file does not say how high.</translation>
    </message>
    <message>
        <source>The file does not say how high the ground at the take-off is.</source>
        <translation>The file does not say how high the ground at the take-off is.</translation>
    </message>
    <message>
        <source>A flight plan does not say what is dropped.</source>
        <translation>A flight plan does not say what is dropped.</translation>
    </message>
    <message>
        <source>The file&apos;s coordinates are not WGS84. Save it in WGS84 (EPSG:4326).</source>
        <translation>The file&apos;s coordinates are not WGS84. Save it in WGS84 (EPSG:4326).</translation>
    </message>
    <message>
        <source>The file has a place that is not on Earth.</source>
        <translation>The file has a place that is not on Earth.</translation>
    </message>
    <message>
        <source>The file is not written in UTF-8.</source>
        <translation>The file is not written in UTF-8.</translation>
    </message>
    <message>
        <source>The file has a document type, which is not read. Save it without one.</source>
        <translation>The file has a document type, which is not read. Save it without one.</translation>
    </message>
    <message>
        <source>The file is nested too deeply. Simplify it.</source>
        <translation>The file is nested too deeply. Simplify it.</translation>
    </message>
    <message>
        <source>The archive is damaged. Pack it again.</source>
        <translation>The archive is damaged. Pack it again.</translation>
    </message>
    <message>
        <source>The archive holds too many files. Pack the .kml by itself.</source>
        <translation>The archive holds too many files. Pack the .kml by itself.</translation>
    </message>
    <message>
        <source>The archive is protected by a password. Pack it without one.</source>
        <translation>The archive is protected by a password. Pack it without one.</translation>
    </message>
    <message>
        <source>The archive names a file outside its folder. Pack it again.</source>
        <translation>The archive names a file outside its folder. Pack it again.</translation>
    </message>
    <message>
        <source>The archive holds two files of one name. Pack it again.</source>
        <translation>The archive holds two files of one name. Pack it again.</translation>
    </message>
    <message>
        <source>The archive is packed in a way that is not read. Pack it as an ordinary ZIP.</source>
        <translation>The archive is packed in a way that is not read. Pack it as an ordinary ZIP.</translation>
    </message>
    <message>
        <source>Something else in the file</source>
        <translation>Something else in the file</translation>
    </message>
    <message>
        <source>An area that cannot be flown</source>
        <translation>An area that cannot be flown</translation>
    </message>
    <message>
        <source>The geofence</source>
        <translation>The geofence</translation>
    </message>
    <message>
        <source>The rally points</source>
        <translation>The rally points</translation>
    </message>
    <message>
        <source>The home position</source>
        <translation>The home position</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Times</translation>
    </message>
    <message>
        <source>A speed</source>
        <translation>A speed</translation>
    </message>
    <message>
        <source>The height of the return</source>
        <translation>The height of the return</translation>
    </message>
    <message>
        <source>A command that a flight plan does not have</source>
        <translation>A command that a flight plan does not have</translation>
    </message>
    <message>
        <source>A curve, taken as a straight line</source>
        <translation>A curve, taken as a straight line</translation>
    </message>
    <message>
        <source>More of the same</source>
        <translation>More of the same</translation>
    </message>
    <message>
        <source>Ground data</source>
        <translation>Ground data</translation>
    </message>
    <message>
        <source>%1 per flight</source>
        <translation>%1 per flight</translation>
    </message>
    <message>
        <source>%1 per flight hour</source>
        <translation>%1 per flight hour</translation>
    </message>
</context>
<context>
    <name>haneul::profile::Charts</name>
    <message>
        <source>Take-off</source>
        <translation>Take-off</translation>
    </message>
    <message>
        <source>Flight</source>
        <translation>Flight</translation>
    </message>
    <message>
        <source>Landing</source>
        <translation>Landing</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Stay</translation>
    </message>
    <message>
        <source>Ground</source>
        <translation>Ground</translation>
    </message>
    <message>
        <source>ground between not known</source>
        <translation>ground between not known</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>Planned</translation>
    </message>
    <message>
        <source>Flown</source>
        <translation>Flown</translation>
    </message>
    <message>
        <source>Height profile</source>
        <translation>Height profile</translation>
    </message>
    <message>
        <source>m over the ground</source>
        <translation>m over the ground</translation>
    </message>
    <message>
        <source>ground %1</source>
        <translation>ground %1</translation>
    </message>
    <message>
        <source>ground not known</source>
        <translation>ground not known</translation>
    </message>
    <message>
        <source>UTC</source>
        <translation>UTC</translation>
    </message>
    <message>
        <source>since take-off</source>
        <translation>since take-off</translation>
    </message>
    <message>
        <source>Climb rate</source>
        <translation>Climb rate</translation>
    </message>
    <message>
        <source>Ground speed, 2D</source>
        <translation>Ground speed, 2D</translation>
    </message>
    <message>
        <source>In the air</source>
        <translation>In the air</translation>
    </message>
    <message>
        <source>NM over the ground</source>
        <translation>NM over the ground</translation>
    </message>
    <message>
        <source>%1 above sea level (HASL)</source>
        <translation>%1 above sea level (HASL)</translation>
    </message>
    <message>
        <source>%1 above ground (AGL)</source>
        <translation>%1 above ground (AGL)</translation>
    </message>
    <message>
        <source>%1, up positive</source>
        <translation>%1, up positive</translation>
    </message>
</context>
<context>
    <name>haneul::profile::ProfilePanel</name>
    <message>
        <source>Part</source>
        <translation>Part</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>Planned</translation>
    </message>
    <message>
        <source>Flown</source>
        <translation>Flown</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Difference</translation>
    </message>
    <message>
        <source>Selected mission: none</source>
        <translation>Selected mission: none</translation>
    </message>
    <message>
        <source>Selected mission: %1</source>
        <translation>Selected mission: %1</translation>
    </message>
    <message>
        <source>Link %1 (%2)</source>
        <translation>Link %1 (%2)</translation>
    </message>
    <message>
        <source>Choose a mission, or a link in the list above.</source>
        <translation>Choose a mission, or a link in the list above.</translation>
    </message>
    <message>
        <source>Choose a mission, or load a recorded flight.</source>
        <translation>Choose a mission, or load a recorded flight.</translation>
    </message>
    <message numerus="yes">
        <source>%n sorties are in the recording. Choose a mission to compare.</source>
        <translation>
            <numerusform>%n sortie is in the recording. Choose a mission to compare.</numerusform>
            <numerusform>%n sorties are in the recording. Choose a mission to compare.</numerusform>
        </translation>
    </message>
    <message>
        <source>▲ The plan has %1 sorties, the recording %2: the sums are of different flights.</source>
        <translation>▲ The plan has %1 sorties, the recording %2: the sums are of different flights.</translation>
    </message>
    <message numerus="yes">
        <source>Flight times (ETF) of all %n sorties together</source>
        <translation>
            <numerusform>Flight time (ETF) of %n sortie</numerusform>
            <numerusform>Flight times (ETF) of all %n sorties together</numerusform>
        </translation>
    </message>
    <message>
        <source>Load a recorded flight</source>
        <translation>Load a recorded flight</translation>
    </message>
    <message>
        <source>Recorded flights (*.tlog *.ulg)</source>
        <translation>Recorded flights (*.tlog *.ulg)</translation>
    </message>
    <message>
        <source>%1 is being read…</source>
        <translation>%1 is being read…</translation>
    </message>
    <message>
        <source>The recording has no UTC times.</source>
        <translation>The recording has no UTC times.</translation>
    </message>
    <message>
        <source>Mission %1: %2, start %3</source>
        <translation>Mission %1: %2, start %3</translation>
    </message>
    <message>
        <source>%1;  as of %2</source>
        <translation>%1;  as of %2</translation>
    </message>
    <message>
        <source>the file cannot be written</source>
        <translation>the file cannot be written</translation>
    </message>
    <message>
        <source>Export the profile</source>
        <translation>Export the profile</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Saved: %1</translation>
    </message>
    <message>
        <source>Not saved: %1: %2</source>
        <translation>Not saved: %1: %2</translation>
    </message>
    <message>
        <source>The printer does not answer.</source>
        <translation>The printer does not answer.</translation>
    </message>
    <message>
        <source>Profile of</source>
        <translation>Profile of</translation>
    </message>
    <message>
        <source>Show above ground</source>
        <translation>Show above ground</translation>
    </message>
    <message>
        <source>Show above sea level</source>
        <translation>Show above sea level</translation>
    </message>
    <message>
        <source>Recorded flight…</source>
        <translation>Recorded flight…</translation>
    </message>
    <message>
        <source>Put away</source>
        <translation>Put away</translation>
    </message>
    <message>
        <source>Recorded vehicle</source>
        <translation>Recorded vehicle</translation>
    </message>
    <message>
        <source>Alignment of plan and flight</source>
        <translation>Alignment of plan and flight</translation>
    </message>
    <message>
        <source>Both start at take-off</source>
        <translation>Both start at take-off</translation>
    </message>
    <message>
        <source>By UTC</source>
        <translation>By UTC</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Export…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Print…</translation>
    </message>
    <message>
        <source>Planned and flown times</source>
        <translation>Planned and flown times</translation>
    </message>
    <message>
        <source>The recording holds no flight from take-off to landing: nothing to compare.</source>
        <translation>The recording holds no flight from take-off to landing: nothing to compare.</translation>
    </message>
</context>
<context>
    <name>haneul::profile::Recording</name>
    <message>
        <source>The file has several positions; one was taken.</source>
        <translation>The file has several positions; one was taken.</translation>
    </message>
    <message>
        <source>The file does not say when it was in UTC.</source>
        <translation>The file does not say when it was in UTC.</translation>
    </message>
    <message>
        <source>Times are of the ground station and not of the vehicle.</source>
        <translation>Times are of the ground station and not of the vehicle.</translation>
    </message>
    <message>
        <source>Samples without a position fix are left out.</source>
        <translation>Samples without a position fix are left out.</translation>
    </message>
    <message>
        <source>Samples out of order are left out.</source>
        <translation>Samples out of order are left out.</translation>
    </message>
    <message>
        <source>Damaged parts of the file are left out.</source>
        <translation>Damaged parts of the file are left out.</translation>
    </message>
    <message>
        <source>The recorder has lost data.</source>
        <translation>The recorder has lost data.</translation>
    </message>
    <message>
        <source>Parts of the file cannot be read.</source>
        <translation>Parts of the file cannot be read.</translation>
    </message>
</context>
<context>
    <name>haneul::risk::collision::Charts</name>
    <message>
        <source>Scenario %1</source>
        <translation>Scenario %1</translation>
    </message>
    <message>
        <source>Distance of the routes (m)</source>
        <translation>Distance of the routes (m)</translation>
    </message>
    <message>
        <source>Collisions per flight hour</source>
        <translation>Collisions per flight hour</translation>
    </message>
    <message>
        <source>Target %1</source>
        <translation>Target %1</translation>
    </message>
    <message>
        <source>Change of one parameter (%)</source>
        <translation>Change of one parameter (%)</translation>
    </message>
    <message>
        <source>Change of the risk (%)</source>
        <translation>Change of the risk (%)</translation>
    </message>
</context>
<context>
    <name>haneul::risk::collision::CityObstaclesForm</name>
    <message>
        <source>No buildings are known here: import some with Ground data, or make a synthetic city.</source>
        <translation>No buildings are known here: import some with Ground data, or make a synthetic city.</translation>
    </message>
    <message>
        <source>More than %1 buildings: take a narrower corridor or a shorter route.</source>
        <translation>More than %1 buildings: take a narrower corridor or a shorter route.</translation>
    </message>
    <message>
        <source>This route cannot be looked along: %1</source>
        <translation>This route cannot be looked along: %1</translation>
    </message>
    <message>
        <source>Buildings of the ground data whose footprint comes into the corridor become obstacles: distance of the nearest part from the centre line, height as it is known. A height that nobody knows stays unknown. What was taken from a city before goes.</source>
        <translation>Buildings of the ground data whose footprint comes into the corridor become obstacles: distance of the nearest part from the centre line, height as it is known. A height that nobody knows stays unknown. What was taken from a city before goes.</translation>
    </message>
    <message>
        <source>Centre &amp;line</source>
        <translation>Centre &amp;line</translation>
    </message>
    <message>
        <source>&amp;From (latitude longitude)</source>
        <translation>&amp;From (latitude longitude)</translation>
    </message>
    <message>
        <source>T&amp;o</source>
        <translation>T&amp;o</translation>
    </message>
    <message>
        <source>Half &amp;width of the corridor</source>
        <translation>Half &amp;width of the corridor</translation>
    </message>
    <message>
        <source>Obstacles from the city</source>
        <translation>Obstacles from the city</translation>
    </message>
    <message>
        <source>&amp;Take from the city</source>
        <translation>&amp;Take from the city</translation>
    </message>
    <message>
        <source>Between two places</source>
        <translation>Between two places</translation>
    </message>
    <message>
        <source>&amp;Keep the obstacles that were typed in</source>
        <translation>&amp;Keep the obstacles that were typed in</translation>
    </message>
    <message>
        <source>Your role may not see the ground data.</source>
        <translation>Your role may not see the ground data.</translation>
    </message>
    <message>
        <source>The ground data is still being read; try again in a moment.</source>
        <translation>The ground data is still being read; try again in a moment.</translation>
    </message>
    <message>
        <source>The buildings are being looked through…</source>
        <translation>The buildings are being looked through…</translation>
    </message>
</context>
<context>
    <name>haneul::risk::collision::Explanation</name>
    <message>
        <source>%1 from %2 to 0 at %3, floor %4; fitted to Table 1</source>
        <translation>%1 from %2 to 0 at %3, floor %4; fitted to Table 1</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1 in %2</translation>
    </message>
    <message>
        <source>Table 1 of the paper</source>
        <translation>Table 1 of the paper</translation>
    </message>
    <message>
        <source>scenario %1</source>
        <translation>scenario %1</translation>
    </message>
    <message>
        <source>calculated</source>
        <translation>calculated</translation>
    </message>
    <message>
        <source>Distance of the routes d</source>
        <translation>Distance of the routes d</translation>
    </message>
    <message>
        <source>chosen in the table</source>
        <translation>chosen in the table</translation>
    </message>
    <message>
        <source>Lateral overlap Py(d)</source>
        <translation>Lateral overlap Py(d)</translation>
    </message>
    <message>
        <source>sum of the three above</source>
        <translation>sum of the three above</translation>
    </message>
    <message>
        <source>Collisions N = Py·C·B</source>
        <translation>Collisions N = Py·C·B</translation>
    </message>
    <message>
        <source>%1 per flight hour</source>
        <translation>%1 per flight hour</translation>
    </message>
    <message>
        <source>calculated with preset %1</source>
        <translation>calculated with preset %1</translation>
    </message>
    <message>
        <source>Target level of safety</source>
        <translation>Target level of safety</translation>
    </message>
    <message>
        <source>ICAO</source>
        <translation>ICAO</translation>
    </message>
    <message>
        <source>entered</source>
        <translation>entered</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Decision</translation>
    </message>
    <message>
        <source>accepted when N is at most the target</source>
        <translation>accepted when N is at most the target</translation>
    </message>
    <message>
        <source>Ground speed V of the traffic</source>
        <translation>Ground speed V of the traffic</translation>
    </message>
    <message>
        <source>Lateral deviation (standard)</source>
        <translation>Lateral deviation (standard)</translation>
    </message>
</context>
<context>
    <name>haneul::risk::collision::ReichPanel</name>
    <message>
        <source>Row %1: a number is wanted.</source>
        <translation>Row %1: a number is wanted.</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Value</translation>
    </message>
    <message>
        <source>Provenance</source>
        <translation>Provenance</translation>
    </message>
    <message>
        <source>Lookup</source>
        <translation>Lookup</translation>
    </message>
    <message>
        <source>Least distance</source>
        <translation>Least distance</translation>
    </message>
    <message>
        <source>Whole metres</source>
        <translation>Whole metres</translation>
    </message>
    <message>
        <source>Overlap needed</source>
        <translation>Overlap needed</translation>
    </message>
    <message>
        <source>Parameter</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Elasticity</source>
        <translation>Elasticity</translation>
    </message>
    <message>
        <source>Raising it</source>
        <translation>Raising it</translation>
    </message>
    <message>
        <source>Raised</source>
        <translation>Raised</translation>
    </message>
    <message>
        <source>Lowered</source>
        <translation>Lowered</translation>
    </message>
    <message>
        <source>Obstacle</source>
        <translation>Obstacle</translation>
    </message>
    <message>
        <source>From the route</source>
        <translation>From the route</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Height</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>not known</translation>
    </message>
    <message>
        <source>&amp;Preset</source>
        <translation>&amp;Preset</translation>
    </message>
    <message>
        <source>&amp;Lookup</source>
        <translation>&amp;Lookup</translation>
    </message>
    <message>
        <source>O&amp;verlap</source>
        <translation>O&amp;verlap</translation>
    </message>
    <message>
        <source>S&amp;cenario</source>
        <translation>S&amp;cenario</translation>
    </message>
    <message>
        <source>Ta&amp;rget</source>
        <translation>Ta&amp;rget</translation>
    </message>
    <message>
        <source>C&amp;hange by</source>
        <translation>C&amp;hange by</translation>
    </message>
    <message>
        <source>Strip &amp;width</source>
        <translation>Strip &amp;width</translation>
    </message>
    <message>
        <source>Cei&amp;ling</source>
        <translation>Cei&amp;ling</translation>
    </message>
    <message>
        <source>La&amp;yers</source>
        <translation>La&amp;yers</translation>
    </message>
    <message>
        <source>Le&amp;vel of the routes</source>
        <translation>Le&amp;vel of the routes</translation>
    </message>
    <message>
        <source>Clea&amp;rance below</source>
        <translation>Clea&amp;rance below</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Edit</translation>
    </message>
    <message>
        <source>&amp;Traffic…</source>
        <translation>&amp;Traffic…</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>&amp;Save…</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>&amp;Open…</translation>
    </message>
    <message>
        <source>P&amp;DF…</source>
        <translation>P&amp;DF…</translation>
    </message>
    <message>
        <source>O&amp;bstacles…</source>
        <translation>O&amp;bstacles…</translation>
    </message>
    <message>
        <source>Scenarios…</source>
        <translation>Scenarios…</translation>
    </message>
    <message>
        <source>Distances…</source>
        <translation>Distances…</translation>
    </message>
    <message>
        <source>Own preset…</source>
        <translation>Own preset…</translation>
    </message>
    <message>
        <source>Own overlap table…</source>
        <translation>Own overlap table…</translation>
    </message>
    <message>
        <source>Obstacles…</source>
        <translation>Obstacles…</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Results</translation>
    </message>
    <message>
        <source>Curves and separation</source>
        <translation>Curves and separation</translation>
    </message>
    <message>
        <source>Sensitivity</source>
        <translation>Sensitivity</translation>
    </message>
    <message>
        <source>Space and obstacles</source>
        <translation>Space and obstacles</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>Comparison</translation>
    </message>
    <message>
        <source>▲ Reject: above the target   ✓ Accept: at most the target   ·   collisions per flight hour</source>
        <translation>▲ Reject: above the target   ✓ Accept: at most the target   ·   collisions per flight hour</translation>
    </message>
    <message>
        <source>Target level of safety: collisions per flight hour</source>
        <translation>Target level of safety: collisions per flight hour</translation>
    </message>
    <message>
        <source>Collisions per flight hour by distance and scenario</source>
        <translation>Collisions per flight hour by distance and scenario</translation>
    </message>
    <message>
        <source>The chosen cell, number by number</source>
        <translation>The chosen cell, number by number</translation>
    </message>
    <message>
        <source>Least distance by lookup</source>
        <translation>Least distance by lookup</translation>
    </message>
    <message>
        <source>Obstacles</source>
        <translation>Obstacles</translation>
    </message>
    <message>
        <source>At %1, %2: %3</source>
        <translation>At %1, %2: %3</translation>
    </message>
    <message>
        <source>All constants are own data or entered.</source>
        <translation>All constants are own data or entered.</translation>
    </message>
    <message>
        <source>Compared with %1. ≠ marks what differs.</source>
        <translation>Compared with %1. ≠ marks what differs.</translation>
    </message>
    <message>
        <source>Open the saved studies and choose the one to compare this with.</source>
        <translation>Open the saved studies and choose the one to compare this with.</translation>
    </message>
    <message>
        <source>Table 1 of the paper</source>
        <translation>Table 1 of the paper</translation>
    </message>
    <message>
        <source>A target is a number such as 2.5E-09.</source>
        <translation>A target is a number such as 2.5E-09.</translation>
    </message>
    <message>
        <source>Scenarios</source>
        <translation>Scenarios</translation>
    </message>
    <message>
        <source>Sizes in metres, mean ground speed in knots.</source>
        <translation>Sizes in metres, mean ground speed in knots.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Length λx (m)</source>
        <translation>Length λx (m)</translation>
    </message>
    <message>
        <source>Width λy (m)</source>
        <translation>Width λy (m)</translation>
    </message>
    <message>
        <source>Height λz (m)</source>
        <translation>Height λz (m)</translation>
    </message>
    <message>
        <source>Speed V (kt)</source>
        <translation>Speed V (kt)</translation>
    </message>
    <message>
        <source>Distances</source>
        <translation>Distances</translation>
    </message>
    <message>
        <source>Distances of the routes that the table shows.</source>
        <translation>Distances of the routes that the table shows.</translation>
    </message>
    <message>
        <source>Distance (m)</source>
        <translation>Distance (m)</translation>
    </message>
    <message>
        <source>Own preset</source>
        <translation>Own preset</translation>
    </message>
    <message>
        <source>What is changed counts as entered; say where it comes from. The rest keeps its provenance.</source>
        <translation>What is changed counts as entered; say where it comes from. The rest keeps its provenance.</translation>
    </message>
    <message>
        <source>Constant</source>
        <translation>Constant</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>My preset</source>
        <translation>My preset</translation>
    </message>
    <message>
        <source>Own overlap table</source>
        <translation>Own overlap table</translation>
    </message>
    <message>
        <source>The overlap falls strictly with the distance. The ramp reads no table: another lookup is taken with an own one.</source>
        <translation>The overlap falls strictly with the distance. The ramp reads no table: another lookup is taken with an own one.</translation>
    </message>
    <message>
        <source>Overlap Py</source>
        <translation>Overlap Py</translation>
    </message>
    <message>
        <source>My table</source>
        <translation>My table</translation>
    </message>
    <message>
        <source>The table needs a name.</source>
        <translation>The table needs a name.</translation>
    </message>
    <message>
        <source>From the route (m)</source>
        <translation>From the route (m)</translation>
    </message>
    <message>
        <source>Height (m)</source>
        <translation>Height (m)</translation>
    </message>
    <message>
        <source>Preset %1 is kept: %2.</source>
        <translation>Preset %1 is kept: %2.</translation>
    </message>
    <message>
        <source>Preset %1 is not kept: %2.</source>
        <translation>Preset %1 is not kept: %2.</translation>
    </message>
    <message>
        <source>%1 is used here and not kept.</source>
        <translation>%1 is used here and not kept.</translation>
    </message>
    <message>
        <source>%1 is kept.</source>
        <translation>%1 is kept.</translation>
    </message>
    <message>
        <source>typed in</source>
        <translation>typed in</translation>
    </message>
    <message>
        <source>From the cit&amp;y…</source>
        <translation>From the cit&amp;y…</translation>
    </message>
    <message>
        <source>Obstacles from the city…</source>
        <translation>Obstacles from the city…</translation>
    </message>
    <message>
        <source>Distance of the nearest part from the nearest route, and height above the ground. A height that is left empty is not known, and then the corridor is not judged. What is changed here counts as typed in.</source>
        <translation>Distance of the nearest part from the nearest route, and height above the ground. A height that is left empty is not known, and then the corridor is not judged. What is changed here counts as typed in.</translation>
    </message>
    <message>
        <source>This console keeps no ground data.</source>
        <translation>This console keeps no ground data.</translation>
    </message>
    <message numerus="yes">
        <source>%n building(s) within %1 of the centre line. Looked through: %2.</source>
        <translation>
            <numerusform>%n building within %1 of the centre line. Looked through: %2.</numerusform>
            <numerusform>%n buildings within %1 of the centre line. Looked through: %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them of unknown height, which is not low.</source>
        <translation>
            <numerusform>%n of them of unknown height, which is not low.</numerusform>
            <numerusform>%n of them of unknown height, which is not low.</numerusform>
        </translation>
    </message>
    <message>
        <source>What these data do not cover is not known to be free.</source>
        <translation>What these data do not cover is not known to be free.</translation>
    </message>
    <message>
        <source>SYNTHETIC: a made-up city, not a real one.</source>
        <translation>SYNTHETIC: a made-up city, not a real one.</translation>
    </message>
    <message>
        <source>Farther out, up to the chosen distance of %1, nothing was looked at.</source>
        <translation>Farther out, up to the chosen distance of %1, nothing was looked at.</translation>
    </message>
</context>
<context>
    <name>haneul::risk::collision::Report</name>
    <message>
        <source>Collisions per flight hour</source>
        <translation>Collisions per flight hour</translation>
    </message>
    <message>
        <source>The chosen cell, number by number</source>
        <translation>The chosen cell, number by number</translation>
    </message>
    <message>
        <source>Risk over distance, and least distance by lookup</source>
        <translation>Risk over distance, and least distance by lookup</translation>
    </message>
    <message>
        <source>Sensitivity</source>
        <translation>Sensitivity</translation>
    </message>
    <message>
        <source>Space division and obstacles</source>
        <translation>Space division and obstacles</translation>
    </message>
    <message>
        <source>Collision risk on parallel routes</source>
        <translation>Collision risk on parallel routes</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>Study</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Model</translation>
    </message>
    <message>
        <source>Reich: two drones in opposite directions on parallel routes at one level</source>
        <translation>Reich: two drones in opposite directions on parallel routes at one level</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Preset</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Remark</translation>
    </message>
    <message>
        <source>Made from</source>
        <translation>Made from</translation>
    </message>
    <message>
        <source>▲ Reject: above the target of %1. ✓ Accept: at most the target. Lookup: %2.</source>
        <translation>▲ Reject: above the target of %1. ✓ Accept: at most the target. Lookup: %2.</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>Distance</translation>
    </message>
    <message>
        <source>Least distance</source>
        <translation>Least distance</translation>
    </message>
    <message>
        <source>Lookup</source>
        <translation>Lookup</translation>
    </message>
    <message>
        <source>Whole metres</source>
        <translation>Whole metres</translation>
    </message>
    <message>
        <source>Overlap needed</source>
        <translation>Overlap needed</translation>
    </message>
    <message>
        <source>Parameter</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Elasticity</source>
        <translation>Elasticity</translation>
    </message>
    <message>
        <source>Raised</source>
        <translation>Raised</translation>
    </message>
    <message>
        <source>Lowered</source>
        <translation>Lowered</translation>
    </message>
    <message>
        <source>Corridor</source>
        <translation>Corridor</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>not known</translation>
    </message>
    <message>
        <source>%1 from the route, height %2; %3</source>
        <translation>%1 from the route, height %2; %3</translation>
    </message>
    <message>
        <source>typed in</source>
        <translation>typed in</translation>
    </message>
    <message>
        <source>Preset %1 · %2</source>
        <translation>Preset %1 · %2</translation>
    </message>
    <message numerus="yes">
        <source>%n more are not in the way</source>
        <translation>
            <numerusform>%n more is not in the way</numerusform>
            <numerusform>%n more are not in the way</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>haneul::risk::collision::ResultModel</name>
    <message>
        <source>The least distance that meets the target, by the lookup %1, needs an overlap of at most %2.</source>
        <translation>The least distance that meets the target, by the lookup %1, needs an overlap of at most %2.</translation>
    </message>
    <message>
        <source>%1: %2 collisions per flight hour against a target of %3. Preset %4.</source>
        <translation>%1: %2 collisions per flight hour against a target of %3. Preset %4.</translation>
    </message>
    <message>
        <source>Least distance</source>
        <translation>Least distance</translation>
    </message>
</context>
<context>
    <name>haneul::risk::collision::RowsForm</name>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Take over</source>
        <translation>&amp;Take over</translation>
    </message>
    <message>
        <source>&amp;Add a row</source>
        <translation>&amp;Add a row</translation>
    </message>
    <message>
        <source>Re&amp;move the row</source>
        <translation>Re&amp;move the row</translation>
    </message>
</context>
<context>
    <name>haneul::risk::collision::SpacePicture</name>
    <message>
        <source>No distance of this lookup meets the target: the strip carries no pair of routes.</source>
        <translation>No distance of this lookup meets the target: the strip carries no pair of routes.</translation>
    </message>
    <message>
        <source>Strip of %1 below %2: %3 tracks × %4 layers = %5 routes</source>
        <translation>Strip of %1 below %2: %3 tracks × %4 layers = %5 routes</translation>
    </message>
    <message>
        <source>ground</source>
        <translation>ground</translation>
    </message>
    <message>
        <source>the first %1 tracks are drawn</source>
        <translation>the first %1 tracks are drawn</translation>
    </message>
    <message>
        <source>⊙ towards, ⊗ away: neighbours fly in opposite directions</source>
        <translation>⊙ towards, ⊗ away: neighbours fly in opposite directions</translation>
    </message>
    <message>
        <source>Space division</source>
        <translation>Space division</translation>
    </message>
    <message>
        <source>The strip carries no pair of routes.</source>
        <translation>The strip carries no pair of routes.</translation>
    </message>
    <message>
        <source>%1 tracks in %2 layers</source>
        <translation>%1 tracks in %2 layers</translation>
    </message>
</context>
<context>
    <name>haneul::risk::collision::TrafficForm</name>
    <message>
        <source>Choose a file</source>
        <translation>Choose a file</translation>
    </message>
    <message>
        <source>Recorded traffic becomes a dated preset: occupancy Ey, cross-track and vertical speeds, ground speed and lateral deviation, each with a 95 % interval. What the traffic does not say stays as in table4_fit. Lines of an SBS receiver, a .tlog, or a .csv with id, time, lat_deg, lon_deg, height_m.</source>
        <translation>Recorded traffic becomes a dated preset: occupancy Ey, cross-track and vertical speeds, ground speed and lateral deviation, each with a 95 % interval. What the traffic does not say stays as in table4_fit. Lines of an SBS receiver, a .tlog, or a .csv with id, time, lat_deg, lon_deg, height_m.</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;File</translation>
    </message>
    <message>
        <source>&amp;Name of the preset</source>
        <translation>&amp;Name of the preset</translation>
    </message>
    <message>
        <source>Half &amp;window Sx</source>
        <translation>Half &amp;window Sx</translation>
    </message>
    <message>
        <source>&amp;Gap between routes</source>
        <translation>&amp;Gap between routes</translation>
    </message>
    <message>
        <source>Preset from recorded traffic</source>
        <translation>Preset from recorded traffic</translation>
    </message>
    <message>
        <source>&amp;Estimate</source>
        <translation>&amp;Estimate</translation>
    </message>
    <message>
        <source>Recorded traffic (*.txt *.sbs *.tlog *.csv);;All files (*)</source>
        <translation>Recorded traffic (*.txt *.sbs *.tlog *.csv);;All files (*)</translation>
    </message>
    <message>
        <source>The traffic is being read…</source>
        <translation>The traffic is being read…</translation>
    </message>
</context>
<context>
    <name>haneul::risk::collision::Words</name>
    <message>
        <source>Ramp</source>
        <translation>Ramp</translation>
    </message>
    <message>
        <source>Linear</source>
        <translation>Linear</translation>
    </message>
    <message>
        <source>Log-linear</source>
        <translation>Log-linear</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Step</translation>
    </message>
    <message>
        <source>as printed</source>
        <translation>as printed</translation>
    </message>
    <message>
        <source>fitted to the paper&apos;s results</source>
        <translation>fitted to the paper&apos;s results</translation>
    </message>
    <message>
        <source>entered</source>
        <translation>entered</translation>
    </message>
    <message>
        <source>own data</source>
        <translation>own data</translation>
    </message>
    <message>
        <source>Half window Sx</source>
        <translation>Half window Sx</translation>
    </message>
    <message>
        <source>Cross-track speed ẏ</source>
        <translation>Cross-track speed ẏ</translation>
    </message>
    <message>
        <source>Vertical speed ż</source>
        <translation>Vertical speed ż</translation>
    </message>
    <message>
        <source>Ground speed V</source>
        <translation>Ground speed V</translation>
    </message>
    <message>
        <source>Opposite occupancy Ey</source>
        <translation>Opposite occupancy Ey</translation>
    </message>
    <message>
        <source>Vertical overlap Pz(0)</source>
        <translation>Vertical overlap Pz(0)</translation>
    </message>
    <message>
        <source>Lateral overlap Py</source>
        <translation>Lateral overlap Py</translation>
    </message>
    <message>
        <source>Length λx</source>
        <translation>Length λx</translation>
    </message>
    <message>
        <source>Width λy</source>
        <translation>Width λy</translation>
    </message>
    <message>
        <source>Height λz</source>
        <translation>Height λz</translation>
    </message>
    <message>
        <source>▲ raises the risk</source>
        <translation>▲ raises the risk</translation>
    </message>
    <message>
        <source>▽ lowers the risk</source>
        <translation>▽ lowers the risk</translation>
    </message>
    <message>
        <source>leaves the risk</source>
        <translation>leaves the risk</translation>
    </message>
    <message>
        <source>Lowering %1 by %2 % leaves the risk as it is.</source>
        <translation>Lowering %1 by %2 % leaves the risk as it is.</translation>
    </message>
    <message>
        <source>Raising %1 by %2 % leaves the risk as it is.</source>
        <translation>Raising %1 by %2 % leaves the risk as it is.</translation>
    </message>
    <message>
        <source>Lowering %1 by %2 % raises the risk by %3 %.</source>
        <translation>Lowering %1 by %2 % raises the risk by %3 %.</translation>
    </message>
    <message>
        <source>Raising %1 by %2 % raises the risk by %3 %.</source>
        <translation>Raising %1 by %2 % raises the risk by %3 %.</translation>
    </message>
    <message>
        <source>Lowering %1 by %2 % lowers the risk by %3 %.</source>
        <translation>Lowering %1 by %2 % lowers the risk by %3 %.</translation>
    </message>
    <message>
        <source>Raising %1 by %2 % lowers the risk by %3 %.</source>
        <translation>Raising %1 by %2 % lowers the risk by %3 %.</translation>
    </message>
    <message>
        <source>✓ Accept</source>
        <translation>✓ Accept</translation>
    </message>
    <message>
        <source>▲ Reject</source>
        <translation>▲ Reject</translation>
    </message>
    <message>
        <source>✓ Acceptable</source>
        <translation>✓ Acceptable</translation>
    </message>
    <message>
        <source>▲ Not acceptable: the collision risk is above the target</source>
        <translation>▲ Not acceptable: the collision risk is above the target</translation>
    </message>
    <message>
        <source>▲ Not acceptable: obstacles stand within the separation</source>
        <translation>▲ Not acceptable: obstacles stand within the separation</translation>
    </message>
    <message>
        <source>◆ Not judged: an obstacle within the separation has no known height</source>
        <translation>◆ Not judged: an obstacle within the separation has no known height</translation>
    </message>
    <message>
        <source>none</source>
        <comment>distance</comment>
        <translation>none</translation>
    </message>
    <message>
        <source>%1 (Ey fitted)</source>
        <translation>%1 (Ey fitted)</translation>
    </message>
    <message>
        <source>Constants from manned aviation: %1.</source>
        <translation>Constants from manned aviation: %1.</translation>
    </message>
    <message>
        <source>Ey = %1 is fitted to the paper&apos;s results and printed nowhere.</source>
        <translation>Ey = %1 is fitted to the paper&apos;s results and printed nowhere.</translation>
    </message>
    <message>
        <source>(95 %: %1 to %2)</source>
        <translation>(95 %: %1 to %2)</translation>
    </message>
</context>
<context>
    <name>haneul::risk_ground</name>
    <message>
        <source>Ground risk study</source>
        <translation>Ground risk study</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Summary</translation>
    </message>
    <message>
        <source>Data: %1</source>
        <translation>Data: %1</translation>
    </message>
    <message>
        <source>%1 at %2, %3: %4</source>
        <translation>%1 at %2, %3: %4</translation>
    </message>
    <message>
        <source>SYNTHETIC data</source>
        <translation>SYNTHETIC data</translation>
    </message>
    <message>
        <source>no amenity known</source>
        <translation>no amenity known</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Mean</translation>
    </message>
    <message>
        <source>Most</source>
        <translation>Most</translation>
    </message>
    <message>
        <source>Least</source>
        <translation>Least</translation>
    </message>
    <message>
        <source>Cells not judged</source>
        <translation>Cells not judged</translation>
    </message>
    <message>
        <source>Cells within 1 km of an amenity</source>
        <translation>Cells within 1 km of an amenity</translation>
    </message>
    <message>
        <source>Mean near amenities</source>
        <translation>Mean near amenities</translation>
    </message>
    <message>
        <source>Mean elsewhere</source>
        <translation>Mean elsewhere</translation>
    </message>
    <message>
        <source>%1 × %2 m around %3, %4, cells of %5 m</source>
        <translation>%1 × %2 m around %3, %4, cells of %5 m</translation>
    </message>
    <message>
        <source>%1 at %2 m AGL</source>
        <translation>%1 at %2 m AGL</translation>
    </message>
    <message>
        <source>%1, %2 h local</source>
        <translation>%1, %2 h local</translation>
    </message>
    <message>
        <source>Monday to Friday</source>
        <translation>Monday to Friday</translation>
    </message>
    <message>
        <source>weekend</source>
        <translation>weekend</translation>
    </message>
    <message>
        <source>heights of buildings: %1</source>
        <translation>heights of buildings: %1</translation>
    </message>
    <message>
        <source>b = %1 J, d = %2 J (literature)</source>
        <translation>b = %1 J, d = %2 J (literature)</translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>not stated</translation>
    </message>
    <message>
        <source>weights: people %1, traffic %2, buildings %3</source>
        <translation>weights: people %1, traffic %2, buildings %3</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>Study</translation>
    </message>
</context>
<context>
    <name>haneul::risk_ground::ExplainView</name>
    <message>
        <source>Value</source>
        <translation>Value</translation>
    </message>
    <message>
        <source>Symbol</source>
        <translation>Symbol</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Equation or source</source>
        <translation>Equation or source</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Summary</translation>
    </message>
    <message>
        <source>Flow chart</source>
        <translation>Flow chart</translation>
    </message>
    <message>
        <source>All values</source>
        <translation>All values</translation>
    </message>
    <message>
        <source>All values of the cell</source>
        <translation>All values of the cell</translation>
    </message>
    <message>
        <source>Choose a cell of a map to see every value behind it.</source>
        <translation>Choose a cell of a map to see every value behind it.</translation>
    </message>
    <message>
        <source>%1 at %2, %3: %4</source>
        <translation>%1 at %2, %3: %4</translation>
    </message>
    <message>
        <source>SYNTHETIC data</source>
        <translation>SYNTHETIC data</translation>
    </message>
</context>
<context>
    <name>haneul::risk_ground::FlowChart</name>
    <message numerus="yes">
        <source>Flow chart of %n values</source>
        <translation>
            <numerusform>Flow chart of %n value</numerusform>
            <numerusform>Flow chart of %n values</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>haneul::risk_ground::GroundForm</name>
    <message>
        <source>as printed</source>
        <translation>as printed</translation>
    </message>
    <message>
        <source>literature</source>
        <translation>literature</translation>
    </message>
    <message>
        <source>data sheet</source>
        <translation>data sheet</translation>
    </message>
    <message>
        <source>assumption</source>
        <translation>assumption</translation>
    </message>
    <message>
        <source>own data</source>
        <translation>own data</translation>
    </message>
    <message>
        <source>Mass %1 kg</source>
        <translation>Mass %1 kg</translation>
    </message>
    <message>
        <source>Hit area %1 m²</source>
        <translation>Hit area %1 m²</translation>
    </message>
    <message>
        <source>Drag %1</source>
        <translation>Drag %1</translation>
    </message>
    <message>
        <source>Crash rate %1 per hour</source>
        <translation>Crash rate %1 per hour</translation>
    </message>
    <message>
        <source>Model A</source>
        <translation>Model A</translation>
    </message>
    <message>
        <source>Model B</source>
        <translation>Model B</translation>
    </message>
    <message>
        <source>Area of the map view</source>
        <translation>Area of the map view</translation>
    </message>
    <message>
        <source>Centre, latitude</source>
        <translation>Centre, latitude</translation>
    </message>
    <message>
        <source>Centre, longitude</source>
        <translation>Centre, longitude</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Width</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Height</translation>
    </message>
    <message>
        <source>Cell</source>
        <translation>Cell</translation>
    </message>
    <message>
        <source>Ground data</source>
        <translation>Ground data</translation>
    </message>
    <message>
        <source>Drone</source>
        <translation>Drone</translation>
    </message>
    <message>
        <source>Flight height AGL</source>
        <translation>Flight height AGL</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>Local hour</source>
        <translation>Local hour</translation>
    </message>
    <message>
        <source>Local hour of B</source>
        <translation>Local hour of B</translation>
    </message>
    <message>
        <source>as of A</source>
        <translation>as of A</translation>
    </message>
    <message>
        <source>Day and night</source>
        <translation>Day and night</translation>
    </message>
    <message>
        <source>One model at 14 h and at 3 h beside each other.</source>
        <translation>One model at 14 h and at 3 h beside each other.</translation>
    </message>
    <message>
        <source>Keep the number of people</source>
        <translation>Keep the number of people</translation>
    </message>
    <message>
        <source>Scales the densities so that as many people are in the area as at noon of a weekday.</source>
        <translation>Scales the densities so that as many people are in the area as at noon of a weekday.</translation>
    </message>
    <message>
        <source>Shelter where unknown</source>
        <translation>Shelter where unknown</translation>
    </message>
    <message>
        <source>Building heights</source>
        <translation>Building heights</translation>
    </message>
    <message>
        <source>Weighted sum</source>
        <translation>Weighted sum</translation>
    </message>
    <message>
        <source>People</source>
        <translation>People</translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation>Traffic</translation>
    </message>
    <message>
        <source>Buildings</source>
        <translation>Buildings</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Weight</translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>not stated</translation>
    </message>
    <message>
        <source>none</source>
        <translation>none</translation>
    </message>
    <message>
        <source>Imported layers</source>
        <translation>Imported layers</translation>
    </message>
    <message>
        <source>Synthetic city (made up)</source>
        <translation>Synthetic city (made up)</translation>
    </message>
    <message>
        <source>Monday to Friday</source>
        <translation>Monday to Friday</translation>
    </message>
    <message>
        <source>Weekend</source>
        <translation>Weekend</translation>
    </message>
    <message>
        <source>not judged</source>
        <translation>not judged</translation>
    </message>
    <message>
        <source>none (0)</source>
        <translation>none (0)</translation>
    </message>
    <message>
        <source>trees (0.25)</source>
        <translation>trees (0.25)</translation>
    </message>
    <message>
        <source>low-rise (0.5)</source>
        <translation>low-rise (0.5)</translation>
    </message>
    <message>
        <source>high-rise (0.75)</source>
        <translation>high-rise (0.75)</translation>
    </message>
    <message>
        <source>industrial (1)</source>
        <translation>industrial (1)</translation>
    </message>
    <message>
        <source>8.42 m, 1.347 as log_sd</source>
        <translation>8.42 m, 1.347 as log_sd</translation>
    </message>
    <message>
        <source>8.42 m, 1.347 as moments</source>
        <translation>8.42 m, 1.347 as moments</translation>
    </message>
    <message>
        <source>8.42 m, 1.347 as mean_log</source>
        <translation>8.42 m, 1.347 as mean_log</translation>
    </message>
    <message>
        <source>from the building layer</source>
        <translation>from the building layer</translation>
    </message>
</context>
<context>
    <name>haneul::risk_ground::GroundPanel</name>
    <message>
        <source>A</source>
        <translation>A</translation>
    </message>
    <message>
        <source>B</source>
        <translation>B</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Compute</source>
        <translation>Compute</translation>
    </message>
    <message>
        <source>A on the map</source>
        <translation>A on the map</translation>
    </message>
    <message>
        <source>B on the map</source>
        <translation>B on the map</translation>
    </message>
    <message>
        <source>One scale for both</source>
        <translation>One scale for both</translation>
    </message>
    <message>
        <source>Save study…</source>
        <translation>Save study…</translation>
    </message>
    <message>
        <source>Open study…</source>
        <translation>Open study…</translation>
    </message>
    <message>
        <source>Export PDF…</source>
        <translation>Export PDF…</translation>
    </message>
    <message>
        <source>Summary of both maps</source>
        <translation>Summary of both maps</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Stopped.</translation>
    </message>
    <message>
        <source>The data is made up: no decision about a flight rests on it.</source>
        <translation>The data is made up: no decision about a flight rests on it.</translation>
    </message>
    <message>
        <source>Two models of one area beside each other. Choose an area and compute.</source>
        <translation>Two models of one area beside each other. Choose an area and compute.</translation>
    </message>
    <message>
        <source>Data: %1</source>
        <translation>Data: %1</translation>
    </message>
    <message>
        <source>B is model A of “%1”.</source>
        <translation>B is model A of “%1”.</translation>
    </message>
</context>
<context>
    <name>haneul::risk_ground::HeatMapView</name>
    <message>
        <source>Arrow keys choose a cell.</source>
        <translation>Arrow keys choose a cell.</translation>
    </message>
    <message>
        <source>Column %1, row %2: %3</source>
        <translation>Column %1, row %2: %3</translation>
    </message>
    <message>
        <source>Compute to see the map.</source>
        <translation>Compute to see the map.</translation>
    </message>
    <message>
        <source>%1 %2
%3, %4</source>
        <translation>%1 %2
%3, %4</translation>
    </message>
</context>
<context>
    <name>haneul::risk_ground::Words</name>
    <message>
        <source>SYNTHETIC</source>
        <translation>SYNTHETIC</translation>
    </message>
    <message>
        <source>Population density now</source>
        <translation>Population density now</translation>
    </message>
    <message>
        <source>Population density, mean of the day</source>
        <translation>Population density, mean of the day</translation>
    </message>
    <message>
        <source>Scale that keeps the number of people</source>
        <translation>Scale that keeps the number of people</translation>
    </message>
    <message>
        <source>Sheltering factor</source>
        <translation>Sheltering factor</translation>
    </message>
    <message>
        <source>Distance to the amenity</source>
        <translation>Distance to the amenity</translation>
    </message>
    <message>
        <source>Length over which it draws</source>
        <translation>Length over which it draws</translation>
    </message>
    <message>
        <source>Activity of the amenity</source>
        <translation>Activity of the amenity</translation>
    </message>
    <message>
        <source>Least amenity factor</source>
        <translation>Least amenity factor</translation>
    </message>
    <message>
        <source>Amenity factor</source>
        <translation>Amenity factor</translation>
    </message>
    <message>
        <source>Mass</source>
        <translation>Mass</translation>
    </message>
    <message>
        <source>Hit area of the drone</source>
        <translation>Hit area of the drone</translation>
    </message>
    <message>
        <source>Drag coefficient</source>
        <translation>Drag coefficient</translation>
    </message>
    <message>
        <source>Air density</source>
        <translation>Air density</translation>
    </message>
    <message>
        <source>Flight height above ground</source>
        <translation>Flight height above ground</translation>
    </message>
    <message>
        <source>Drag constant</source>
        <translation>Drag constant</translation>
    </message>
    <message>
        <source>Impact speed</source>
        <translation>Impact speed</translation>
    </message>
    <message>
        <source>Impact energy</source>
        <translation>Impact energy</translation>
    </message>
    <message>
        <source>Energy that kills every second</source>
        <translation>Energy that kills every second</translation>
    </message>
    <message>
        <source>Threshold energy</source>
        <translation>Threshold energy</translation>
    </message>
    <message>
        <source>Fatality rate</source>
        <translation>Fatality rate</translation>
    </message>
    <message>
        <source>People hit per crash</source>
        <translation>People hit per crash</translation>
    </message>
    <message>
        <source>Crash rate</source>
        <translation>Crash rate</translation>
    </message>
    <message>
        <source>Risk to people</source>
        <translation>Risk to people</translation>
    </message>
    <message>
        <source>Vehicles on the road</source>
        <translation>Vehicles on the road</translation>
    </message>
    <message>
        <source>Road length in the cell</source>
        <translation>Road length in the cell</translation>
    </message>
    <message>
        <source>Road area</source>
        <translation>Road area</translation>
    </message>
    <message>
        <source>Area of a vehicle</source>
        <translation>Area of a vehicle</translation>
    </message>
    <message>
        <source>Vehicle density</source>
        <translation>Vehicle density</translation>
    </message>
    <message>
        <source>Vehicles hit per crash</source>
        <translation>Vehicles hit per crash</translation>
    </message>
    <message>
        <source>Deaths per accident</source>
        <translation>Deaths per accident</translation>
    </message>
    <message>
        <source>Risk to traffic</source>
        <translation>Risk to traffic</translation>
    </message>
    <message>
        <source>Distance to the nearest centre</source>
        <translation>Distance to the nearest centre</translation>
    </message>
    <message>
        <source>Deviation of position</source>
        <translation>Deviation of position</translation>
    </message>
    <message>
        <source>Building cost</source>
        <translation>Building cost</translation>
    </message>
    <message>
        <source>Mean of ln(height)</source>
        <translation>Mean of ln(height)</translation>
    </message>
    <message>
        <source>Deviation of ln(height)</source>
        <translation>Deviation of ln(height)</translation>
    </message>
    <message>
        <source>Median building height</source>
        <translation>Median building height</translation>
    </message>
    <message>
        <source>Density of heights</source>
        <translation>Density of heights</translation>
    </message>
    <message>
        <source>Horizontal navigation error</source>
        <translation>Horizontal navigation error</translation>
    </message>
    <message>
        <source>Vertical navigation error</source>
        <translation>Vertical navigation error</translation>
    </message>
    <message>
        <source>Buildings within reach</source>
        <translation>Buildings within reach</translation>
    </message>
    <message>
        <source>Height of the building that counts most</source>
        <translation>Height of the building that counts most</translation>
    </message>
    <message>
        <source>Footprint of the building that counts most</source>
        <translation>Footprint of the building that counts most</translation>
    </message>
    <message>
        <source>Chance to meet that building</source>
        <translation>Chance to meet that building</translation>
    </message>
    <message>
        <source>Share built over</source>
        <translation>Share built over</translation>
    </message>
    <message>
        <source>Weight of people</source>
        <translation>Weight of people</translation>
    </message>
    <message>
        <source>Weight of traffic</source>
        <translation>Weight of traffic</translation>
    </message>
    <message>
        <source>Weight of buildings</source>
        <translation>Weight of buildings</translation>
    </message>
    <message>
        <source>Sheltering factor of the cell</source>
        <translation>Sheltering factor of the cell</translation>
    </message>
    <message>
        <source>Weighted sum</source>
        <translation>Weighted sum</translation>
    </message>
    <message>
        <source>Nothing is known of the ground: import layers of population, traffic, buildings or amenities, or choose the synthetic city.</source>
        <translation>Nothing is known of the ground: import layers of population, traffic, buildings or amenities, or choose the synthetic city.</translation>
    </message>
    <message>
        <source>The area cannot be used.</source>
        <translation>The area cannot be used.</translation>
    </message>
    <message>
        <source>The cells cannot be used.</source>
        <translation>The cells cannot be used.</translation>
    </message>
    <message>
        <source>A value is out of its range.</source>
        <translation>A value is out of its range.</translation>
    </message>
    <message>
        <source>Costs of different kinds are added only with a stated weight for each.</source>
        <translation>Costs of different kinds are added only with a stated weight for each.</translation>
    </message>
    <message>
        <source>The sum names no model to add.</source>
        <translation>The sum names no model to add.</translation>
    </message>
    <message>
        <source>The heights of fewer than two buildings are known.</source>
        <translation>The heights of fewer than two buildings are known.</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Stopped.</translation>
    </message>
    <message>
        <source>Your role does not allow this.</source>
        <translation>Your role does not allow this.</translation>
    </message>
    <message>
        <source>No studies are kept here.</source>
        <translation>No studies are kept here.</translation>
    </message>
    <message>
        <source>Give the study a name of at most 200 bytes.</source>
        <translation>Give the study a name of at most 200 bytes.</translation>
    </message>
    <message>
        <source>Somebody else has saved this study meanwhile.</source>
        <translation>Somebody else has saved this study meanwhile.</translation>
    </message>
    <message>
        <source>People, uniform (eq. 2)</source>
        <translation>People, uniform (eq. 2)</translation>
    </message>
    <message>
        <source>People, nearest amenity (eq. 3)</source>
        <translation>People, nearest amenity (eq. 3)</translation>
    </message>
    <message>
        <source>People, amenity areas with hours</source>
        <translation>People, amenity areas with hours</translation>
    </message>
    <message>
        <source>Traffic, road area (eq. 8)</source>
        <translation>Traffic, road area (eq. 8)</translation>
    </message>
    <message>
        <source>Traffic, nearest amenity (eq. 9)</source>
        <translation>Traffic, nearest amenity (eq. 9)</translation>
    </message>
    <message>
        <source>Buildings, area type (eq. 10)</source>
        <translation>Buildings, area type (eq. 10)</translation>
    </message>
    <message>
        <source>Buildings, height type (eq. 12)</source>
        <translation>Buildings, height type (eq. 12)</translation>
    </message>
    <message>
        <source>Buildings, area and height</source>
        <translation>Buildings, area and height</translation>
    </message>
    <message>
        <source>Buildings, cover and heights</source>
        <translation>Buildings, cover and heights</translation>
    </message>
    <message>
        <source>Sheltering factor (table 1)</source>
        <translation>Sheltering factor (table 1)</translation>
    </message>
    <message>
        <source>fatalities per flight hour</source>
        <translation>fatalities per flight hour</translation>
    </message>
    <message>
        <source>density per metre</source>
        <translation>density per metre</translation>
    </message>
    <message>
        <source>chance to meet a building</source>
        <translation>chance to meet a building</translation>
    </message>
    <message>
        <source>sheltering factor</source>
        <translation>sheltering factor</translation>
    </message>
    <message>
        <source>weighted sum</source>
        <translation>weighted sum</translation>
    </message>
    <message>
        <source>Land use: %1</source>
        <translation>Land use: %1</translation>
    </message>
    <message>
        <source>Buildings: a small area with known centres, for which the area type fits. Heights are not known: flying over a building counts as flying into it.</source>
        <translation>Buildings: a small area with known centres, for which the area type fits. Heights are not known: flying over a building counts as flying into it.</translation>
    </message>
    <message>
        <source>Buildings: a small area with known centres, for which the area type fits. Footprints and heights are known too: area and height together tell wide low buildings from narrow tall ones.</source>
        <translation>Buildings: a small area with known centres, for which the area type fits. Footprints and heights are known too: area and height together tell wide low buildings from narrow tall ones.</translation>
    </message>
    <message>
        <source>Buildings: a large area, for which the height type fits. It needs only the spread of heights; single buildings are smaller than what this map shows.</source>
        <translation>Buildings: a large area, for which the height type fits. It needs only the spread of heights; single buildings are smaller than what this map shows.</translation>
    </message>
    <message>
        <source>Buildings: a small area, for which the area type would fit, but no centres are known. The height type with the spread of the surroundings is what can be said.</source>
        <translation>Buildings: a small area, for which the area type would fit, but no centres are known. The height type with the spread of the surroundings is what can be said.</translation>
    </message>
    <message>
        <source>weekday %1 local</source>
        <translation>weekday %1 local</translation>
    </message>
    <message>
        <source>weekend %1 local</source>
        <translation>weekend %1 local</translation>
    </message>
    <message>
        <source>not judged</source>
        <translation>not judged</translation>
    </message>
</context>
<context>
    <name>haneul::risk_path::Charts</name>
    <message>
        <source>not known what stands here</source>
        <translation>not known what stands here</translation>
    </message>
    <message>
        <source>SYNTHETIC: a made-up city</source>
        <translation>SYNTHETIC: a made-up city</translation>
    </message>
    <message>
        <source>Distance (m)</source>
        <translation>Distance (m)</translation>
    </message>
    <message>
        <source>Height AGL (m)</source>
        <translation>Height AGL (m)</translation>
    </message>
    <message>
        <source>Height AMSL (m)</source>
        <translation>Height AMSL (m)</translation>
    </message>
    <message>
        <source>Ground</source>
        <translation>Ground</translation>
    </message>
    <message>
        <source>Buildings, with clearance</source>
        <translation>Buildings, with clearance</translation>
    </message>
    <message>
        <source>Length (m)</source>
        <translation>Length (m)</translation>
    </message>
    <message>
        <source>Risk (1e-9 fatalities per flight)</source>
        <translation>Risk (1e-9 fatalities per flight)</translation>
    </message>
    <message>
        <source>What can be had</source>
        <translation>What can be had</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>Budget</translation>
    </message>
</context>
<context>
    <name>haneul::risk_path::Facts</name>
    <message>
        <source>yes</source>
        <translation>yes</translation>
    </message>
    <message>
        <source>no</source>
        <translation>no</translation>
    </message>
    <message>
        <source>no budget</source>
        <translation>no budget</translation>
    </message>
    <message>
        <source>Speed, climb, descent</source>
        <translation>Speed, climb, descent</translation>
    </message>
    <message>
        <source>Steepest slope</source>
        <translation>Steepest slope</translation>
    </message>
    <message>
        <source>Take-off mass</source>
        <translation>Take-off mass</translation>
    </message>
    <message>
        <source>Power in level flight</source>
        <translation>Power in level flight</translation>
    </message>
    <message>
        <source>Efficiency of climbing, share of power in descent</source>
        <translation>Efficiency of climbing, share of power in descent</translation>
    </message>
    <message>
        <source>answer</source>
        <translation>answer</translation>
    </message>
    <message>
        <source>length</source>
        <translation>length</translation>
    </message>
    <message>
        <source>time</source>
        <translation>time</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>energy</source>
        <translation>energy</translation>
    </message>
    <message>
        <source>expected fatalities</source>
        <translation>expected fatalities</translation>
    </message>
    <message>
        <source>use of the risk budget</source>
        <translation>use of the risk budget</translation>
    </message>
    <message>
        <source>not judged</source>
        <translation>not judged</translation>
    </message>
    <message>
        <source>use of the battery budget</source>
        <translation>use of the battery budget</translation>
    </message>
    <message>
        <source>gap to the proven bound</source>
        <translation>gap to the proven bound</translation>
    </message>
    <message>
        <source>legs</source>
        <translation>legs</translation>
    </message>
    <message>
        <source>none</source>
        <translation>none</translation>
    </message>
    <message>
        <source>Places (latitude, longitude, height in m)</source>
        <translation>Places (latitude, longitude, height in m)</translation>
    </message>
    <message>
        <source>Heights</source>
        <translation>Heights</translation>
    </message>
    <message>
        <source>above the ground (AGL)</source>
        <translation>above the ground (AGL)</translation>
    </message>
    <message>
        <source>above mean sea level (AMSL)</source>
        <translation>above mean sea level (AMSL)</translation>
    </message>
    <message>
        <source>What stands around</source>
        <translation>What stands around</translation>
    </message>
    <message>
        <source>SYNTHETIC: a made-up city, not a real one</source>
        <translation>SYNTHETIC: a made-up city, not a real one</translation>
    </message>
    <message>
        <source>imported data</source>
        <translation>imported data</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Space</translation>
    </message>
    <message>
        <source>Cells, layers</source>
        <translation>Cells, layers</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>automatic</translation>
    </message>
    <message>
        <source>Margin around the places</source>
        <translation>Margin around the places</translation>
    </message>
    <message>
        <source>Distance from buildings</source>
        <translation>Distance from buildings</translation>
    </message>
    <message>
        <source>Zones allowed</source>
        <translation>Zones allowed</translation>
    </message>
    <message>
        <source>Departure</source>
        <translation>Departure</translation>
    </message>
    <message>
        <source>Wind</source>
        <translation>Wind</translation>
    </message>
    <message>
        <source>%1 m/s from %2°</source>
        <translation>%1 m/s from %2°</translation>
    </message>
    <message>
        <source>Least</source>
        <translation>Least</translation>
    </message>
    <message>
        <source>Weight of risk</source>
        <translation>Weight of risk</translation>
    </message>
    <message>
        <source>Risk budget</source>
        <translation>Risk budget</translation>
    </message>
    <message>
        <source>%1 expected fatalities per flight</source>
        <translation>%1 expected fatalities per flight</translation>
    </message>
    <message>
        <source>Battery budget</source>
        <translation>Battery budget</translation>
    </message>
    <message>
        <source>Legs, longest leg</source>
        <translation>Legs, longest leg</translation>
    </message>
    <message>
        <source>any number</source>
        <translation>any number</translation>
    </message>
    <message>
        <source>any length</source>
        <translation>any length</translation>
    </message>
    <message>
        <source>Bank, slowest speed in a turn</source>
        <translation>Bank, slowest speed in a turn</translation>
    </message>
    <message>
        <source>Layers of headings</source>
        <translation>Layers of headings</translation>
    </message>
    <message>
        <source>Good enough within</source>
        <translation>Good enough within</translation>
    </message>
    <message>
        <source>Fly where nobody knows what stands</source>
        <translation>Fly where nobody knows what stands</translation>
    </message>
    <message>
        <source>Fly where the risk is not known</source>
        <translation>Fly where the risk is not known</translation>
    </message>
    <message>
        <source>Preset of the risk</source>
        <translation>Preset of the risk</translation>
    </message>
    <message>
        <source>Cells that were searched</source>
        <translation>Cells that were searched</translation>
    </message>
    <message>
        <source>%1 × %2 of %3 m, %4 layers from %5 to %6 m</source>
        <translation>%1 × %2 of %3 m, %4 layers from %5 to %6 m</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Data</translation>
    </message>
    <message>
        <source>Provenance</source>
        <translation>Provenance</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>Remarks</translation>
    </message>
    <message>
        <source>none, proven</source>
        <translation>none, proven</translation>
    </message>
    <message>
        <source>none found</source>
        <translation>none found</translation>
    </message>
</context>
<context>
    <name>haneul::risk_path::PathForm</name>
    <message>
        <source>Places</source>
        <translation>Places</translation>
    </message>
    <message>
        <source>Latitude, longitude and height, a line each: start, places on the way, goal</source>
        <translation>Latitude, longitude and height, a line each: start, places on the way, goal</translation>
    </message>
    <message>
        <source>37.5600 126.9700 65</source>
        <translation>37.5600 126.9700 65</translation>
    </message>
    <message>
        <source>On the map</source>
        <translation>On the map</translation>
    </message>
    <message>
        <source>Click start, places on the way and goal; Return ends</source>
        <translation>Click start, places on the way and goal; Return ends</translation>
    </message>
    <message>
        <source>Pick</source>
        <translation>Pick</translation>
    </message>
    <message>
        <source> m</source>
        <translation> m</translation>
    </message>
    <message>
        <source>Height of picked places</source>
        <translation>Height of picked places</translation>
    </message>
    <message>
        <source>Heights, data</source>
        <translation>Heights, data</translation>
    </message>
    <message>
        <source>above ground</source>
        <translation>above ground</translation>
    </message>
    <message>
        <source>above sea</source>
        <translation>above sea</translation>
    </message>
    <message>
        <source>imported data</source>
        <translation>imported data</translation>
    </message>
    <message>
        <source>synthetic city</source>
        <translation>synthetic city</translation>
    </message>
    <message>
        <source>What stands around</source>
        <translation>What stands around</translation>
    </message>
    <message>
        <source>Space from, to</source>
        <translation>Space from, to</translation>
    </message>
    <message>
        <source>Upper end of the space</source>
        <translation>Upper end of the space</translation>
    </message>
    <message>
        <source>Cells, layers</source>
        <translation>Cells, layers</translation>
    </message>
    <message>
        <source>Width of a cell and thickness of a layer</source>
        <translation>Width of a cell and thickness of a layer</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>automatic</translation>
    </message>
    <message>
        <source>Thickness of a layer</source>
        <translation>Thickness of a layer</translation>
    </message>
    <message>
        <source>From buildings</source>
        <translation>From buildings</translation>
    </message>
    <message>
        <source>Distance kept from buildings, sideways</source>
        <translation>Distance kept from buildings, sideways</translation>
    </message>
    <message>
        <source>Least</source>
        <translation>Least</translation>
    </message>
    <message>
        <source>length</source>
        <translation>length</translation>
    </message>
    <message>
        <source>energy</source>
        <translation>energy</translation>
    </message>
    <message>
        <source>Weight of risk</source>
        <translation>Weight of risk</translation>
    </message>
    <message>
        <source>Metres of detour that a metre through the mean risk of the area is worth; 0: no such path</source>
        <translation>Metres of detour that a metre through the mean risk of the area is worth; 0: no such path</translation>
    </message>
    <message>
        <source>none</source>
        <translation>none</translation>
    </message>
    <message>
        <source>Risk budget</source>
        <translation>Risk budget</translation>
    </message>
    <message>
        <source>Expected fatalities of the flight, as 2.5E-9; empty: none</source>
        <translation>Expected fatalities of the flight, as 2.5E-9; empty: none</translation>
    </message>
    <message>
        <source>Half way</source>
        <translation>Half way</translation>
    </message>
    <message>
        <source>Half way between the risk of the shortest path and the least that was found</source>
        <translation>Half way between the risk of the shortest path and the least that was found</translation>
    </message>
    <message>
        <source>Battery budget</source>
        <translation>Battery budget</translation>
    </message>
    <message>
        <source> Wh</source>
        <translation> Wh</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Speed</translation>
    </message>
    <message>
        <source> m/s</source>
        <translation> m/s</translation>
    </message>
    <message>
        <source>Climb, descent</source>
        <translation>Climb, descent</translation>
    </message>
    <message>
        <source>Descent</source>
        <translation>Descent</translation>
    </message>
    <message>
        <source>Mass, power</source>
        <translation>Mass, power</translation>
    </message>
    <message>
        <source>Take-off mass, and power in level flight</source>
        <translation>Take-off mass, and power in level flight</translation>
    </message>
    <message>
        <source> kg</source>
        <translation> kg</translation>
    </message>
    <message>
        <source> W</source>
        <translation> W</translation>
    </message>
    <message>
        <source>Power in level flight</source>
        <translation>Power in level flight</translation>
    </message>
    <message>
        <source>Wind</source>
        <translation>Wind</translation>
    </message>
    <message>
        <source>Where it comes from, and how fast it is</source>
        <translation>Where it comes from, and how fast it is</translation>
    </message>
    <message>
        <source>°</source>
        <translation>°</translation>
    </message>
    <message>
        <source>Speed of the wind</source>
        <translation>Speed of the wind</translation>
    </message>
    <message>
        <source>Legs</source>
        <translation>Legs</translation>
    </message>
    <message>
        <source>Most legs, and the longest one</source>
        <translation>Most legs, and the longest one</translation>
    </message>
    <message>
        <source>any number</source>
        <translation>any number</translation>
    </message>
    <message>
        <source>any length</source>
        <translation>any length</translation>
    </message>
    <message>
        <source>Longest leg</source>
        <translation>Longest leg</translation>
    </message>
    <message>
        <source>Departure</source>
        <translation>Departure</translation>
    </message>
    <message>
        <source>UTC, as 2026-11-26T09:00:00Z; empty: now</source>
        <translation>UTC, as 2026-11-26T09:00:00Z; empty: now</translation>
    </message>
    <message>
        <source>now</source>
        <translation>now</translation>
    </message>
    <message>
        <source>Zones allowed</source>
        <translation>Zones allowed</translation>
    </message>
    <message>
        <source>Identifiers of zones for which there is a permit</source>
        <translation>Identifiers of zones for which there is a permit</translation>
    </message>
    <message>
        <source>Fly where nobody knows what stands</source>
        <translation>Fly where nobody knows what stands</translation>
    </message>
    <message>
        <source>Fly where the risk is not known</source>
        <translation>Fly where the risk is not known</translation>
    </message>
    <message>
        <source>What is not known is not clear: without data on buildings no path is found unless it is allowed.</source>
        <translation>What is not known is not clear: without data on buildings no path is found unless it is allowed.</translation>
    </message>
    <message>
        <source>Type or pick at least a start and a goal: latitude, longitude, height, a line each.</source>
        <translation>Type or pick at least a start and a goal: latitude, longitude, height, a line each.</translation>
    </message>
    <message>
        <source>The risk budget is a number of expected fatalities, as 2.5E-9.</source>
        <translation>The risk budget is a number of expected fatalities, as 2.5E-9.</translation>
    </message>
    <message>
        <source>The departure is a time in UTC, as 2026-11-26T09:00:00Z.</source>
        <translation>The departure is a time in UTC, as 2026-11-26T09:00:00Z.</translation>
    </message>
</context>
<context>
    <name>haneul::risk_path::PathPanel</name>
    <message>
        <source>Path</source>
        <translation>Path</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Length</translation>
    </message>
    <message>
        <source>Time (min)</source>
        <translation>Time (min)</translation>
    </message>
    <message>
        <source>Energy (Wh)</source>
        <translation>Energy (Wh)</translation>
    </message>
    <message>
        <source>Risk (fatalities per flight)</source>
        <translation>Risk (fatalities per flight)</translation>
    </message>
    <message>
        <source>Legs</source>
        <translation>Legs</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>Remarks</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Why</translation>
    </message>
    <message>
        <source>Leg</source>
        <translation>Leg</translation>
    </message>
    <message>
        <source>From start</source>
        <translation>From start</translation>
    </message>
    <message>
        <source>In words</source>
        <translation>In words</translation>
    </message>
    <message>
        <source>Show on map</source>
        <translation>Show on map</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>Why the chosen path, or the places typed as a path, would not be allowed</source>
        <translation>Why the chosen path, or the places typed as a path, would not be allowed</translation>
    </message>
    <message>
        <source>Use as plan route</source>
        <translation>Use as plan route</translation>
    </message>
    <message>
        <source>Heights</source>
        <translation>Heights</translation>
    </message>
    <message>
        <source>Risk and length</source>
        <translation>Risk and length</translation>
    </message>
    <message>
        <source>Paths</source>
        <translation>Paths</translation>
    </message>
    <message>
        <source>Findings of the check</source>
        <translation>Findings of the check</translation>
    </message>
    <message>
        <source>No path is chosen</source>
        <translation>No path is chosen</translation>
    </message>
    <message>
        <source>The risk is not known, or no path was asked for</source>
        <translation>The risk is not known, or no path was asked for</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Find paths</source>
        <translation>Find paths</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Stopped.</translation>
    </message>
    <message numerus="yes">
        <source>%n path(s) found, over a SYNTHETIC city: made up, not a real one.</source>
        <translation>
            <numerusform>%n path found, over a SYNTHETIC city: made up, not a real one.</numerusform>
            <numerusform>%n paths found, over a SYNTHETIC city: made up, not a real one.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n path(s) found.</source>
        <translation>
            <numerusform>%n path found.</numerusform>
            <numerusform>%n paths found.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 where nobody knows what stands</source>
        <translation>%1 where nobody knows what stands</translation>
    </message>
    <message>
        <source>%1 without a known risk</source>
        <translation>%1 without a known risk</translation>
    </message>
    <message>
        <source>stops to turn</source>
        <translation>stops to turn</translation>
    </message>
    <message>
        <source>slowest turn %1 m/s</source>
        <translation>slowest turn %1 m/s</translation>
    </message>
    <message>
        <source>none, proven</source>
        <translation>none, proven</translation>
    </message>
    <message>
        <source>none found</source>
        <translation>none found</translation>
    </message>
    <message>
        <source>Click start, places on the way and goal on the map; Return ends, Escape leaves all as it was.</source>
        <translation>Click start, places on the way and goal on the map; Return ends, Escape leaves all as it was.</translation>
    </message>
    <message>
        <source>Checking …</source>
        <translation>Checking …</translation>
    </message>
    <message>
        <source>The path is allowed: nothing is in its way at the time it is there.</source>
        <translation>The path is allowed: nothing is in its way at the time it is there.</translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s): the path is not allowed.</source>
        <translation>
            <numerusform>%n finding: the path is not allowed.</numerusform>
            <numerusform>%n findings: the path is not allowed.</numerusform>
        </translation>
    </message>
    <message>
        <source>Find paths first, where the risk is known.</source>
        <translation>Find paths first, where the risk is known.</translation>
    </message>
    <message>
        <source>The budget lies half way between the shortest path and the least risk; find paths again.</source>
        <translation>The budget lies half way between the shortest path and the least risk; find paths again.</translation>
    </message>
    <message>
        <source>Choose a path first.</source>
        <translation>Choose a path first.</translation>
    </message>
    <message>
        <source>Your role may not write flight plans.</source>
        <translation>Your role may not write flight plans.</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Clear</translation>
    </message>
    <message>
        <source>Takes the paths off this page, the maps and the 3D views</source>
        <translation>Takes the paths off this page, the maps and the 3D views</translation>
    </message>
    <message>
        <source>Inputs and sources</source>
        <translation>Inputs and sources</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>Comparison</translation>
    </message>
    <message>
        <source>Open study…</source>
        <translation>Open study…</translation>
    </message>
    <message>
        <source>Save study…</source>
        <translation>Save study…</translation>
    </message>
    <message>
        <source>Export PDF…</source>
        <translation>Export PDF…</translation>
    </message>
    <message>
        <source>This study and another one</source>
        <translation>This study and another one</translation>
    </message>
    <message>
        <source>It has no results: find paths.</source>
        <translation>It has no results: find paths.</translation>
    </message>
    <message>
        <source>Find paths first, or open a study.</source>
        <translation>Find paths first, or open a study.</translation>
    </message>
    <message>
        <source>That study has no results.</source>
        <translation>That study has no results.</translation>
    </message>
    <message>
        <source>Compared with %1.</source>
        <translation>Compared with %1.</translation>
    </message>
    <message>
        <source>Results as they were kept, found %1; not searched again since.</source>
        <translation>Results as they were kept, found %1; not searched again since.</translation>
    </message>
    <message>
        <source>Found %1</source>
        <translation>Found %1</translation>
    </message>
    <message>
        <source>First at leg %1 of %2; legs with findings: %3.</source>
        <translation>First at leg %1 of %2; legs with findings: %3.</translation>
    </message>
    <message>
        <source>Show in 3D</source>
        <translation>Show in 3D</translation>
    </message>
</context>
<context>
    <name>haneul::risk_path::Report</name>
    <message>
        <source>Study</source>
        <translation>Study</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Found</translation>
    </message>
    <message>
        <source>SYNTHETIC: a made-up city. No decision about a flight rests on it.</source>
        <translation>SYNTHETIC: a made-up city. No decision about a flight rests on it.</translation>
    </message>
    <message>
        <source>Heights along the paths</source>
        <translation>Heights along the paths</translation>
    </message>
    <message>
        <source>Risk against length</source>
        <translation>Risk against length</translation>
    </message>
    <message>
        <source>Points of the path: %1</source>
        <translation>Points of the path: %1</translation>
    </message>
    <message>
        <source>Latitude (°)</source>
        <translation>Latitude (°)</translation>
    </message>
    <message>
        <source>Longitude (°)</source>
        <translation>Longitude (°)</translation>
    </message>
    <message>
        <source>Height (m)</source>
        <translation>Height (m)</translation>
    </message>
    <message>
        <source>Paths between places</source>
        <translation>Paths between places</translation>
    </message>
    <message>
        <source>Risk: %1 · %2</source>
        <translation>Risk: %1 · %2</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Results</translation>
    </message>
    <message>
        <source>What was asked</source>
        <translation>What was asked</translation>
    </message>
    <message>
        <source>What it rests on</source>
        <translation>What it rests on</translation>
    </message>
</context>
<context>
    <name>haneul::risk_path::Shapes</name>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Goal</source>
        <translation>Goal</translation>
    </message>
    <message>
        <source>SYNTHETIC city</source>
        <translation>SYNTHETIC city</translation>
    </message>
</context>
<context>
    <name>haneul::risk_path::Sketch</name>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Goal</source>
        <translation>Goal</translation>
    </message>
    <message>
        <source>N</source>
        <translation>N</translation>
    </message>
</context>
<context>
    <name>haneul::risk_path::Words</name>
    <message>
        <source>This console has no planner of paths.</source>
        <translation>This console has no planner of paths.</translation>
    </message>
    <message>
        <source>Your role may not search for paths.</source>
        <translation>Your role may not search for paths.</translation>
    </message>
    <message>
        <source>A search of yours is under way; one at a time.</source>
        <translation>A search of yours is under way; one at a time.</translation>
    </message>
    <message>
        <source>The search was stopped.</source>
        <translation>The search was stopped.</translation>
    </message>
    <message>
        <source>The search took too long: take larger cells or a smaller area.</source>
        <translation>The search took too long: take larger cells or a smaller area.</translation>
    </message>
    <message>
        <source>A place lies outside of the space.</source>
        <translation>A place lies outside of the space.</translation>
    </message>
    <message>
        <source>The places lie too far apart.</source>
        <translation>The places lie too far apart.</translation>
    </message>
    <message>
        <source>These layers of heights cannot be searched.</source>
        <translation>These layers of heights cannot be searched.</translation>
    </message>
    <message>
        <source>Too many cells: take larger ones.</source>
        <translation>Too many cells: take larger ones.</translation>
    </message>
    <message>
        <source>There is no way through what may be flown.</source>
        <translation>There is no way through what may be flown.</translation>
    </message>
    <message>
        <source>The path cannot begin at the start.</source>
        <translation>The path cannot begin at the start.</translation>
    </message>
    <message>
        <source>The path cannot end at the goal.</source>
        <translation>The path cannot end at the goal.</translation>
    </message>
    <message>
        <source>No path keeps the budgets; that is proven.</source>
        <translation>No path keeps the budgets; that is proven.</translation>
    </message>
    <message>
        <source>None was found; that there is none is not proven.</source>
        <translation>None was found; that there is none is not proven.</translation>
    </message>
    <message>
        <source>The risk on the ground is not known here.</source>
        <translation>The risk on the ground is not known here.</translation>
    </message>
    <message>
        <source>Shortest</source>
        <translation>Shortest</translation>
    </message>
    <message>
        <source>Risk weighed</source>
        <translation>Risk weighed</translation>
    </message>
    <message>
        <source>Within budget</source>
        <translation>Within budget</translation>
    </message>
    <message>
        <source>best, proven</source>
        <translation>best, proven</translation>
    </message>
    <message>
        <source>within %1 % of the best</source>
        <translation>within %1 % of the best</translation>
    </message>
    <message>
        <source>not judged</source>
        <translation>not judged</translation>
    </message>
    <message>
        <source>Leg %1 goes through building %2.</source>
        <translation>Leg %1 goes through building %2.</translation>
    </message>
    <message>
        <source>Leg %1 goes through the ground.</source>
        <translation>Leg %1 goes through the ground.</translation>
    </message>
    <message>
        <source>Leg %1 is in zone %2 from %3 to %4, when it is closed.</source>
        <translation>Leg %1 is in zone %2 from %3 to %4, when it is closed.</translation>
    </message>
    <message>
        <source>Leg %1 goes where nobody knows what stands there.</source>
        <translation>Leg %1 goes where nobody knows what stands there.</translation>
    </message>
    <message>
        <source>Leg %1 leaves the area or the layers that are known.</source>
        <translation>Leg %1 leaves the area or the layers that are known.</translation>
    </message>
    <message>
        <source>Leg %1 is %6 long; %5 are allowed.</source>
        <translation>Leg %1 is %6 long; %5 are allowed.</translation>
    </message>
    <message>
        <source>The path has %6 legs; %5 are allowed.</source>
        <translation>The path has %6 legs; %5 are allowed.</translation>
    </message>
    <message>
        <source>Leg %1 has a slope of %6; %5 are allowed.</source>
        <translation>Leg %1 has a slope of %6; %5 are allowed.</translation>
    </message>
    <message>
        <source>Leg %1 cannot be flown against the wind.</source>
        <translation>Leg %1 cannot be flown against the wind.</translation>
    </message>
    <message>
        <source>The flight has %6 expected fatalities; the budget is %5.</source>
        <translation>The flight has %6 expected fatalities; the budget is %5.</translation>
    </message>
    <message>
        <source>The flight takes %6; the budget is %5.</source>
        <translation>The flight takes %6; the budget is %5.</translation>
    </message>
    <message>
        <source>A path has at least two points.</source>
        <translation>A path has at least two points.</translation>
    </message>
    <message>
        <source>Leg %1 goes where the risk on the ground is not known.</source>
        <translation>Leg %1 goes where the risk on the ground is not known.</translation>
    </message>
    <message>
        <source>The risk budget cannot be judged: on %6 the risk is not known.</source>
        <translation>The risk budget cannot be judged: on %6 the risk is not known.</translation>
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
    <message numerus="yes">
        <source>%n volume(s) of zones AGL or W84: counted from that ground</source>
        <translation>
            <numerusform>%n volume of zones AGL or W84: counted from that ground</numerusform>
            <numerusform>%n volumes of zones AGL or W84: counted from that ground</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, SYNTHETIC</source>
        <translation>%1, SYNTHETIC</translation>
    </message>
    <message>
        <source>%1 (%2, %3)</source>
        <translation>%1 (%2, %3)</translation>
    </message>
    <message>
        <source>Buildings: %1</source>
        <translation>Buildings: %1</translation>
    </message>
    <message>
        <source>Buildings below %1 m are drawn from nearer</source>
        <translation>Buildings below %1 m are drawn from nearer</translation>
    </message>
    <message numerus="yes">
        <source>%n building(s) of unknown height: outline only</source>
        <translation>
            <numerusform>%n building of unknown height: outline only</numerusform>
            <numerusform>%n buildings of unknown height: outline only</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n building(s) farther out are not drawn</source>
        <translation>
            <numerusform>%n building farther out is not drawn</numerusform>
            <numerusform>%n buildings farther out are not drawn</numerusform>
        </translation>
    </message>
    <message>
        <source>Terrain: %1</source>
        <translation>Terrain: %1</translation>
    </message>
    <message>
        <source>Terrain heights of an unknown datum: for looking, not for clearance</source>
        <translation>Terrain heights of an unknown datum: for looking, not for clearance</translation>
    </message>
    <message>
        <source>%1 · heights not judged</source>
        <translation>%1 · heights not judged</translation>
    </message>
    <message>
        <source>Heights drawn ×%1 · 0 m where no terrain is</source>
        <translation>Heights drawn ×%1 · 0 m where no terrain is</translation>
    </message>
    <message numerus="yes">
        <source>%n volume(s) of flight plans AGL or W84: not judged, counted from that ground</source>
        <translation>
            <numerusform>%n volume of flight plans AGL or W84: not judged, counted from that ground</numerusform>
            <numerusform>%n volumes of flight plans AGL or W84: not judged, counted from that ground</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n flight plan(s) by their ways only: too many for all volumes</source>
        <translation>
            <numerusform>%n flight plan by its way only: too many for all volumes</numerusform>
            <numerusform>%n flight plans by their ways only: too many for all volumes</numerusform>
        </translation>
    </message>
    <message>
        <source>flight plans: dashed wait · thin are approved · heavy fly · white is the chosen one</source>
        <translation>flight plans: dashed wait · thin are approved · heavy fly · white is the chosen one</translation>
    </message>
    <message>
        <source>⬣ %1: separation lost, closest %2 m · vertical %3 m · in %4 s</source>
        <translation>⬣ %1: separation lost, closest %2 m · vertical %3 m · in %4 s</translation>
    </message>
    <message>
        <source>▲ %1: closest %2 m · vertical %3 m · in %4 s</source>
        <translation>▲ %1: closest %2 m · vertical %3 m · in %4 s</translation>
    </message>
    <message>
        <source>paths: shortest dashed · weighed dotted · within the budget solid · the chosen one is heavy, with plumb lines where its legs end</source>
        <translation>paths: shortest dashed · weighed dotted · within the budget solid · the chosen one is heavy, with plumb lines where its legs end</translation>
    </message>
    <message>
        <source>conflicts: no other aircraft belongs within %1 m and %2 m of height; looked %3 s ahead</source>
        <translation>conflicts: no other aircraft belongs within %1 m and %2 m of height; looked %3 s ahead</translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s) of aircraft near each other not judged: height, climb or a fresh report is lacking</source>
        <translation>
            <numerusform>%n pair of aircraft near each other not judged: height, climb or a fresh report is lacking</numerusform>
            <numerusform>%n pairs of aircraft near each other not judged: height, climb or a fresh report is lacking</numerusform>
        </translation>
    </message>
    <message>
        <source>⬣ %1: separation lost, %2 m · vertical %3 m</source>
        <translation>⬣ %1: separation lost, %2 m · vertical %3 m</translation>
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
    <name>haneul::study_store::Comparison</name>
    <message>
        <source>What</source>
        <translation>What</translation>
    </message>
    <message>
        <source>This study</source>
        <translation>This study</translation>
    </message>
    <message>
        <source>The other</source>
        <translation>The other</translation>
    </message>
</context>
<context>
    <name>haneul::study_store::SaveForm</name>
    <message>
        <source>Keep the study that was opened, and save a new one</source>
        <translation>Keep the study that was opened, and save a new one</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>Save the study</source>
        <translation>Save the study</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Save</translation>
    </message>
</context>
<context>
    <name>haneul::study_store::Sheet</name>
    <message>
        <source>made %1 by %2</source>
        <translation>made %1 by %2</translation>
    </message>
    <message>
        <source>page %1</source>
        <translation>page %1</translation>
    </message>
    <message>
        <source>Compared with %1</source>
        <translation>Compared with %1</translation>
    </message>
    <message>
        <source>What</source>
        <translation>What</translation>
    </message>
    <message>
        <source>This study</source>
        <translation>This study</translation>
    </message>
</context>
<context>
    <name>haneul::study_store::StudyKeeper</name>
    <message>
        <source>Saved as “%1”, revision %2.</source>
        <translation>Saved as “%1”, revision %2.</translation>
    </message>
    <message>
        <source>Study as PDF</source>
        <translation>Study as PDF</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Written to %1.</source>
        <translation>Written to %1.</translation>
    </message>
    <message>
        <source>Opened: %1, saved %2 by %3.</source>
        <translation>Opened: %1, saved %2 by %3.</translation>
    </message>
</context>
<context>
    <name>haneul::study_store::StudyPicker</name>
    <message>
        <source>%1 stays readable in the log.</source>
        <translation>%1 stays readable in the log.</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>&amp;Reason</translation>
    </message>
    <message>
        <source>Retire the study</source>
        <translation>Retire the study</translation>
    </message>
    <message>
        <source>&amp;Retire</source>
        <translation>&amp;Retire</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Preset</translation>
    </message>
    <message>
        <source>By</source>
        <translation>By</translation>
    </message>
    <message>
        <source>Saved (UTC)</source>
        <translation>Saved (UTC)</translation>
    </message>
    <message>
        <source>Provenance</source>
        <translation>Provenance</translation>
    </message>
    <message>
        <source>Saved studies: %1</source>
        <translation>Saved studies: %1</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Open</translation>
    </message>
    <message>
        <source>&amp;Compare with this</source>
        <translation>&amp;Compare with this</translation>
    </message>
    <message>
        <source>&amp;Retire…</source>
        <translation>&amp;Retire…</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>C&amp;lose</translation>
    </message>
    <message>
        <source>Nothing has been saved yet.</source>
        <translation>Nothing has been saved yet.</translation>
    </message>
</context>
<context>
    <name>haneul::study_store::Words</name>
    <message>
        <source>Collision risk</source>
        <translation>Collision risk</translation>
    </message>
    <message>
        <source>Preset of the Reich model</source>
        <translation>Preset of the Reich model</translation>
    </message>
    <message>
        <source>Overlap table</source>
        <translation>Overlap table</translation>
    </message>
    <message>
        <source>Ground risk</source>
        <translation>Ground risk</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Path</translation>
    </message>
    <message>
        <source>This console keeps no studies.</source>
        <translation>This console keeps no studies.</translation>
    </message>
    <message>
        <source>There is no such saved study.</source>
        <translation>There is no such saved study.</translation>
    </message>
    <message>
        <source>It was retired before.</source>
        <translation>It was retired before.</translation>
    </message>
    <message>
        <source>Somebody has saved it meanwhile. Open it again, or save under a new name.</source>
        <translation>Somebody has saved it meanwhile. Open it again, or save under a new name.</translation>
    </message>
    <message>
        <source>A name of 1 to 200 bytes is wanted, and not that of a preset of the program.</source>
        <translation>A name of 1 to 200 bytes is wanted, and not that of a preset of the program.</translation>
    </message>
    <message>
        <source>The study is too large to be kept.</source>
        <translation>The study is too large to be kept.</translation>
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
    <name>haneul::window::DiagramWindow</name>
    <message>
        <source>Drone-diagram</source>
        <translation>Drone-diagram</translation>
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
    <name>haneul::window::GroundRisk</name>
    <message>
        <source>Ground risk: %1, %2 to %3 %4</source>
        <translation>Ground risk: %1, %2 to %3 %4</translation>
    </message>
    <message>
        <source>SYNTHETIC data</source>
        <translation>SYNTHETIC data</translation>
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
    <message>
        <source>Network</source>
        <translation>Network</translation>
    </message>
    <message>
        <source>Deliveries</source>
        <translation>Deliveries</translation>
    </message>
    <message>
        <source>Diagram</source>
        <translation>Diagram</translation>
    </message>
    <message>
        <source>Fleet</source>
        <translation>Fleet</translation>
    </message>
    <message>
        <source>Airspace</source>
        <translation>Airspace</translation>
    </message>
    <message>
        <source>Plans</source>
        <translation>Plans</translation>
    </message>
    <message>
        <source>Studies</source>
        <translation>Studies</translation>
    </message>
    <message>
        <source>Collision risk</source>
        <translation>Collision risk</translation>
    </message>
    <message>
        <source>Ground risk</source>
        <translation>Ground risk</translation>
    </message>
    <message>
        <source>Paths</source>
        <translation>Paths</translation>
    </message>
    <message>
        <source>Ground data</source>
        <translation>Ground data</translation>
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
    <message>
        <source>Networks</source>
        <translation>Networks</translation>
    </message>
    <message>
        <source>Drone-diagram</source>
        <translation>Drone-diagram</translation>
    </message>
    <message>
        <source>Orders and missions</source>
        <translation>Orders and missions</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Profile</translation>
    </message>
    <message>
        <source>What this notice is about has no view here.</source>
        <translation>What this notice is about has no view here.</translation>
    </message>
    <message>
        <source>Notice centre</source>
        <translation>Notice centre</translation>
    </message>
    <message>
        <source>Fleet readiness</source>
        <translation>Fleet readiness</translation>
    </message>
    <message>
        <source>Airspace</source>
        <translation>Airspace</translation>
    </message>
    <message>
        <source>Approval desk</source>
        <translation>Approval desk</translation>
    </message>
    <message>
        <source>Ground data</source>
        <translation>Ground data</translation>
    </message>
    <message>
        <source>Capacity</source>
        <translation>Capacity</translation>
    </message>
    <message>
        <source>Collision risk</source>
        <translation>Collision risk</translation>
    </message>
    <message>
        <source>Ground risk</source>
        <translation>Ground risk</translation>
    </message>
    <message>
        <source>Paths</source>
        <translation>Paths</translation>
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
    <message>
        <source>Approval</source>
        <translation>Approval</translation>
    </message>
    <message>
        <source>Risk studio</source>
        <translation>Risk studio</translation>
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
