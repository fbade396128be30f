<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>Closeout</name>
    <message>
        <source>The value of the header %1 contains a control character.</source>
        <translation>Der Wert des Headers %1 enthält ein Steuerzeichen.</translation>
    </message>
    <message>
        <source>The header %1 is written by Closeout itself and cannot be given.</source>
        <translation>Den Header %1 schreibt Closeout selbst; er kann nicht angegeben werden.</translation>
    </message>
    <message>
        <source>an empty body</source>
        <translation>einem leeren Body</translation>
    </message>
    <message>
        <source>%1: the answer came compressed (%2) although that was not asked for. Check for a proxy in between.</source>
        <translation>%1: Die Antwort kam komprimiert (%2), obwohl das nicht verlangt war. Prüfen Sie, ob ein Proxy dazwischen steht.</translation>
    </message>
    <message>
        <source>%1: this is not a Context Services answer, it begins with %2. Check host, port and path of the base URL.</source>
        <translation>%1: Das ist keine Antwort von Context Services, sie beginnt mit %2. Prüfen Sie Host, Port und Pfad der Basis-URL.</translation>
    </message>
    <message>
        <source>%1: the answer is about something else than was asked for, it begins with %2. Check the base URL, and for a proxy in between.</source>
        <translation>%1: Die Antwort handelt von etwas anderem als gefragt, sie beginnt mit %2. Prüfen Sie die Basis-URL und ob ein Proxy dazwischen steht.</translation>
    </message>
    <message>
        <source> The answer begins with %1.</source>
        <translation> Die Antwort beginnt mit %1.</translation>
    </message>
    <message>
        <source>not an array of objects</source>
        <translation>keine Liste von Objekten</translation>
    </message>
    <message>
        <source>it is neither a service nor an id</source>
        <translation>weder ein Service noch eine ID</translation>
    </message>
    <message>
        <source>it has no service_id</source>
        <translation>service_id fehlt</translation>
    </message>
    <message>
        <source>Element %1 of the list of services cannot be read: %2</source>
        <translation>Element %1 der Liste der Services ist nicht lesbar: %2</translation>
    </message>
    <message>
        <source>The certificate of %1 expired on %2. It must be renewed on the server.</source>
        <translation>Das Zertifikat von %1 ist am %2 abgelaufen. Es muss auf dem Server erneuert werden.</translation>
    </message>
    <message>
        <source>The certificate of %1 is not valid before %2. Check the clocks.</source>
        <translation>Das Zertifikat von %1 gilt erst ab %2. Prüfen Sie die Uhren.</translation>
    </message>
    <message>
        <source>The certificate of %1 is self-signed and not trusted. If it is the right one, give it as CA file.</source>
        <translation>Das Zertifikat von %1 ist selbst signiert und nicht vertrauenswürdig. Wenn es das richtige ist, geben Sie es als CA-Datei an.</translation>
    </message>
    <message>
        <source>The certificate of %1 cannot be trusted: %2 If your company has its own authority, give its certificate as CA file.</source>
        <translation>Dem Zertifikat von %1 kann nicht vertraut werden: %2 Wenn Ihr Unternehmen eine eigene Zertifizierungsstelle hat, geben Sie deren Zertifikat als CA-Datei an.</translation>
    </message>
    <message>
        <source>The connection to %1 was refused: nothing listens there. Check host and port, and whether the server runs.</source>
        <translation>Die Verbindung zu %1 wurde abgelehnt: Dort antwortet nichts. Prüfen Sie Host und Port und ob der Server läuft.</translation>
    </message>
    <message>
        <source>There is no host named “%1”. Check the spelling, and whether this machine is in the right network.</source>
        <translation>Es gibt keinen Host namens „%1“. Prüfen Sie die Schreibweise und ob dieser Rechner im richtigen Netz ist.</translation>
    </message>
    <message>
        <source>%1 and this machine cannot agree on a secure connection. Check that the port speaks HTTPS.</source>
        <translation>%1 und dieser Rechner können sich nicht auf eine sichere Verbindung einigen. Prüfen Sie, ob der Port HTTPS spricht.</translation>
    </message>
    <message>
        <source>%1 closed the connection before its answer was whole (%2). If that happens every time, check host, port and http or https.</source>
        <translation>%1 hat die Verbindung geschlossen, bevor die Antwort vollständig war (%2). Wenn das jedes Mal geschieht, prüfen Sie Host, Port und http oder https.</translation>
    </message>
    <message>
        <source>%1 did not answer within %2 seconds (%3).</source>
        <translation>%1 hat nicht innerhalb von %2 Sekunden geantwortet (%3).</translation>
    </message>
    <message>
        <source>%1 does not speak HTTP there. Check host, port and http or https.</source>
        <translation>%1 spricht dort kein HTTP. Prüfen Sie Host, Port und http oder https.</translation>
    </message>
    <message>
        <source>The connection to %1 failed: %2. Check host, port and network.</source>
        <translation>Die Verbindung zu %1 ist fehlgeschlagen: %2. Prüfen Sie Host, Port und Netz.</translation>
    </message>
    <message>
        <source>A service, state or task must be a JSON object.</source>
        <translation>Services, Zustände und Aufgaben müssen JSON-Objekte sein.</translation>
    </message>
    <message>
        <source>%1 was cancelled.</source>
        <translation>%1 wurde abgebrochen.</translation>
    </message>
    <message>
        <source>%1: the answer is longer than %2 MiB; it was not read to its end.</source>
        <translation>%1: Die Antwort ist länger als %2 MiB; sie wurde nicht zu Ende gelesen.</translation>
    </message>
    <message>
        <source>%1: the answer ended after %2 of %3 bytes.</source>
        <translation>%1: Die Antwort endete nach %2 von %3 Byte.</translation>
    </message>
    <message>
        <source>service %1</source>
        <translation>Service %1</translation>
    </message>
    <message>
        <source>task %1/%2</source>
        <translation>Aufgabe %1/%2</translation>
    </message>
    <message>
        <source>line %1, column %2</source>
        <translation>Zeile %1, Spalte %2</translation>
    </message>
    <message>
        <source>The key %1 stands twice in the attached data: at %2 and at %3. Servers keep only one of the two values. Remove one, or allow duplicate keys.</source>
        <translation>Der Schlüssel %1 steht doppelt in den angehängten Daten: %2 und %3. Server behalten nur einen der beiden Werte. Entfernen Sie einen oder erlauben Sie doppelte Schlüssel.</translation>
    </message>
    <message>
        <source>Attached data must be a JSON object: keys and their values between “{” and “}”.</source>
        <translation>Angehängte Daten müssen ein JSON-Objekt sein: Schlüssel und ihre Werte zwischen „{“ und „}“.</translation>
    </message>
    <message>
        <source>“%1” is a field of the end event and cannot be a key of attached data. Give it as that field.</source>
        <translation>„%1“ ist ein Feld des Abschlussereignisses und kann kein Schlüssel angehängter Daten sein. Geben Sie es in diesem Feld an.</translation>
    </message>
    <message>
        <source>“%1” is a name of the API and cannot be a key of attached data. Choose another key.</source>
        <translation>„%1“ ist ein Name der API und kann kein Schlüssel angehängter Daten sein. Wählen Sie einen anderen Schlüssel.</translation>
    </message>
    <message>
        <source>The %1 is already completed</source>
        <translation>%1 ist bereits abgeschlossen</translation>
    </message>
    <message>
        <source>, since %1</source>
        <translation>, seit %1</translation>
    </message>
    <message>
        <source>, with disposition %1</source>
        <translation>, mit Ergebnis %1</translation>
    </message>
    <message>
        <source>The %1 has changed since it was looked at: %2.</source>
        <translation>%1 hat sich seit dem Laden geändert: %2.</translation>
    </message>
    <message>
        <source>Attached data of the %1 that are not sent again may be lost: %2.</source>
        <translation>Angehängte Daten von %1, die nicht mitgesendet werden, können verloren gehen: %2.</translation>
    </message>
    <message>
        <source>The %1 still has open work (%2); ending it leaves that open.</source>
        <translation>%1 hat noch offene Arbeit (%2); sie bleibt nach dem Abschluss offen.</translation>
    </message>
    <message>
        <source> The server says: “%1”</source>
        <translation> Der Server meldet: „%1“</translation>
    </message>
    <message>
        <source> The server says: “%1” (code %2)</source>
        <translation> Der Server meldet: „%1“ (Code %2)</translation>
    </message>
    <message>
        <source>%1: not found. Check the id, the base URL and the dialect.</source>
        <translation>%1: nicht gefunden. Prüfen Sie ID, Basis-URL und Dialekt.</translation>
    </message>
    <message>
        <source>the server wants a user name and password, and none was given</source>
        <translation>Der Server verlangt Benutzername und Passwort, doch beides fehlt</translation>
    </message>
    <message>
        <source>the server does not accept the password of user “%1”</source>
        <translation>Der Server akzeptiert das Passwort des Benutzers „%1“ nicht</translation>
    </message>
    <message>
        <source>Somebody who is not signed in</source>
        <translation>Wer nicht angemeldet ist,</translation>
    </message>
    <message>
        <source>User “%1”</source>
        <translation>Benutzer „%1“</translation>
    </message>
    <message>
        <source>%1: forbidden. %2 lacks the role for it: reading needs Supervisor or Administrator, writing needs Administrator.</source>
        <translation>%1: verboten. %2 hat dafür nicht die nötige Rolle: Lesen verlangt Supervisor oder Administrator, Schreiben verlangt Administrator.</translation>
    </message>
    <message>
        <source>%1: answered with status %2, which does not say that it was done.</source>
        <translation>%1: Antwort mit Status %2; sie besagt nicht, dass es geschehen ist.</translation>
    </message>
    <message>
        <source>%1: the server redirects elsewhere (status %2). A redirect is not followed; check the base URL.</source>
        <translation>%1: Der Server leitet weiter (Status %2). Closeout folgt keiner Weiterleitung; prüfen Sie die Basis-URL.</translation>
    </message>
    <message>
        <source>%1: the server failed with status %2.</source>
        <translation>%1: Fehler des Servers, Status %2.</translation>
    </message>
    <message>
        <source>%1: refused with status %2.</source>
        <translation>%1: abgelehnt mit Status %2.</translation>
    </message>
    <message>
        <source>“%1” is no dialect. Use 8.5 (Genesys Mobile Services) or 8.1 (Universal Contact Server).</source>
        <translation>„%1“ ist kein Dialekt. Verwenden Sie 8.5 (Genesys Mobile Services) oder 8.1 (Universal Contact Server).</translation>
    </message>
    <message>
        <source>a string</source>
        <translation>ein Text</translation>
    </message>
    <message>
        <source>a whole number of 64 bits or a string</source>
        <translation>eine ganze Zahl mit 64 Bit oder ein Text</translation>
    </message>
    <message>
        <source>a whole number of 64 bits</source>
        <translation>eine ganze Zahl mit 64 Bit</translation>
    </message>
    <message>
        <source>a whole number of 32 bits</source>
        <translation>eine ganze Zahl mit 32 Bit</translation>
    </message>
    <message>
        <source>a UTC timestamp with milliseconds</source>
        <translation>ein UTC-Zeitstempel mit Millisekunden</translation>
    </message>
    <message>
        <source>%1 must be %2, not %3.</source>
        <translation>%1 muss %2 sein, nicht %3.</translation>
    </message>
    <message>
        <source>%1 has %2 characters; the limit is %3.</source>
        <translation>%1 hat %2 Zeichen; erlaubt sind %3.</translation>
    </message>
    <message>
        <source>The %1 is empty.</source>
        <translation>Die %1 ist leer.</translation>
    </message>
    <message>
        <source>“%1” cannot be a %2.</source>
        <translation>„%1“ kann keine %2 sein.</translation>
    </message>
    <message>
        <source>The %1 contains a control character (code %2).</source>
        <translation>Die %1 enthält ein Steuerzeichen (Code %2).</translation>
    </message>
    <message>
        <source>The %1 is not valid Unicode.</source>
        <translation>Die %1 ist kein gültiges Unicode.</translation>
    </message>
    <message>
        <source>“%1” is not a %2 of the 8.1 dialect: it must be a whole number that fits %3 bits.</source>
        <translation>„%1“ ist keine %2 des Dialekts 8.1: Nötig ist eine ganze Zahl, die in %3 Bit passt.</translation>
    </message>
    <message>
        <source>service id</source>
        <translation>Service-ID</translation>
    </message>
    <message>
        <source>task id</source>
        <translation>Aufgaben-ID</translation>
    </message>
    <message>
        <source>state id</source>
        <translation>Zustands-ID</translation>
    </message>
    <message>
        <source>“%1” is not a timestamp of the API. It must be UTC with milliseconds, YYYY-MM-DDTHH:MM:SS.mmmZ, as in 2009-05-12T12:05:12.145Z.</source>
        <translation>„%1“ ist kein Zeitstempel der API. Nötig ist UTC mit Millisekunden, YYYY-MM-DDTHH:MM:SS.mmmZ, wie in 2009-05-12T12:05:12.145Z.</translation>
    </message>
    <message>
        <source>“%1” is not a moment that exists. Check day, month, hour and minute.</source>
        <translation>Den Zeitpunkt „%1“ gibt es nicht. Prüfen Sie Tag, Monat, Stunde und Minute.</translation>
    </message>
    <message>
        <source>“%1” is not a timestamp.</source>
        <translation>„%1“ ist kein Zeitstempel.</translation>
    </message>
    <message>
        <source>“%1” cannot be a base URL: %2</source>
        <translation>„%1“ ist keine gültige Basis-URL: %2</translation>
    </message>
    <message>
        <source>The base URL is empty.</source>
        <translation>Die Basis-URL ist leer.</translation>
    </message>
    <message>
        <source>user name and password do not belong into it. Give the user name on its own.</source>
        <translation>Benutzername und Passwort gehören nicht hinein. Geben Sie den Benutzernamen gesondert an.</translation>
    </message>
    <message>
        <source>it must begin with http:// or https://.</source>
        <translation>Sie muss mit http:// oder https:// beginnen.</translation>
    </message>
    <message>
        <source>it names no host.</source>
        <translation>Sie nennt keinen Host.</translation>
    </message>
    <message>
        <source>it must end with the path, without “?” and “#”.</source>
        <translation>Sie muss mit dem Pfad enden, ohne „?“ und „#“.</translation>
    </message>
    <message>
        <source>its path must not contain “.”, “..” or “//”.</source>
        <translation>Ihr Pfad darf „.“, „..“ und „//“ nicht enthalten.</translation>
    </message>
    <message>
        <source>“%1” is no state to ask for. Use active, completed or all.</source>
        <translation>Nach dem Zustand „%1“ kann nicht gefragt werden. Verwenden Sie active, completed oder all.</translation>
    </message>
    <message>
        <source>The CA file %1 cannot be read: %2.</source>
        <translation>Die CA-Datei %1 kann nicht gelesen werden: %2.</translation>
    </message>
    <message>
        <source>The CA file %1 holds no certificate in PEM form.</source>
        <translation>Die CA-Datei %1 enthält kein Zertifikat im PEM-Format.</translation>
    </message>
    <message>
        <source>The user name “%1” contains a colon, which Basic sign-in cannot carry.</source>
        <translation>Der Benutzername „%1“ enthält einen Doppelpunkt; das lässt die Basic-Anmeldung nicht zu.</translation>
    </message>
    <message>
        <source>The header %1 is given twice; only one would be sent.</source>
        <translation>Der Header %1 ist doppelt angegeben; nur einer würde gesendet.</translation>
    </message>
    <message>
        <source>The time-out must be 1 to 3600 seconds, not %1.</source>
        <translation>Die Wartezeit muss 1 bis 3600 Sekunden betragen, nicht %1.</translation>
    </message>
    <message>
        <source>“%1” is of the wrong type.</source>
        <translation>„%1“ hat den falschen Typ.</translation>
    </message>
    <message>
        <source>it has no “name”.</source>
        <translation>„name“ fehlt.</translation>
    </message>
    <message>
        <source>it has no “url”.</source>
        <translation>„url“ fehlt.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>%1 kann nicht gelesen werden: %2.</translation>
    </message>
    <message>
        <source>It must be a JSON object with a list named “environments”.</source>
        <translation>Es muss ein JSON-Objekt mit einer Liste namens „environments“ sein.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation>%1 kann nicht geschrieben werden: %2.</translation>
    </message>
    <message>
        <source>There are no environments: %1 was broken and is kept as %2. Mend it and name it back.</source>
        <translation>Es gibt keine Umgebungen: %1 war beschädigt und ist als %2 aufbewahrt. Reparieren Sie die Datei und benennen Sie sie zurück.</translation>
    </message>
    <message>
        <source>%1 is broken (%2) and cannot be renamed.</source>
        <translation>%1 ist beschädigt (%2) und kann nicht umbenannt werden.</translation>
    </message>
    <message>
        <source>%1 is broken: %2 It is kept as %3; there are no environments until it is mended and named back.</source>
        <translation>%1 ist beschädigt: %2 Die Datei ist als %3 aufbewahrt; bis sie repariert und zurückbenannt ist, gibt es keine Umgebungen.</translation>
    </message>
    <message>
        <source>%1, line %2: the environment “%3”</source>
        <translation>%1, Zeile %2: Die Umgebung „%3“</translation>
    </message>
    <message>
        <source>%1: “%2” is not known and changes nothing.</source>
        <translation>%1: „%2“ ist unbekannt und bewirkt nichts.</translation>
    </message>
    <message>
        <source>%1 is not usable: %2</source>
        <translation>%1 ist nicht verwendbar: %2</translation>
    </message>
    <message>
        <source>There are none.</source>
        <translation>Es gibt gar keine.</translation>
    </message>
    <message>
        <source>Known are: %1.</source>
        <translation>Bekannt sind: %1.</translation>
    </message>
    <message>
        <source>There is no usable environment named “%1”. %2</source>
        <translation>Es gibt keine verwendbare Umgebung „%1“. %2</translation>
    </message>
    <message>
        <source>There is no environment named “%1” in %2.</source>
        <translation>In %2 gibt es keine Umgebung „%1“.</translation>
    </message>
    <message>
        <source>%1 is broken and was left as it is: %2</source>
        <translation>%1 ist beschädigt und wurde nicht angetastet: %2</translation>
    </message>
    <message>
        <source>“%1” is no safety level. Use none, confirm, confirm-count or read-only.</source>
        <translation>„%1“ ist keine Sicherheitsstufe. Verwenden Sie none, confirm, confirm-count oder read-only.</translation>
    </message>
    <message>
        <source>%1 completions were confirmed for %2, but there are %3. Nothing was sent.</source>
        <translation>Bestätigte Abschlüsse für %2: %1; tatsächlich sind es %3. Es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>The environment %1 wants a confirmation. Nothing was sent.</source>
        <translation>Die Umgebung %1 verlangt eine Bestätigung. Es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>The environment %1 wants the number of completions typed as confirmation, which is %2. Nothing was sent.</source>
        <translation>Die Umgebung %1 verlangt zur Bestätigung die Anzahl der Abschlüsse, nämlich %2. Es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>The environment %1 is read-only. Nothing was sent.</source>
        <translation>Die Umgebung %1 ist schreibgeschützt. Es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>The system&apos;s password store cannot be used: %1.</source>
        <translation>Der Passwortspeicher des Systems kann nicht verwendet werden: %1.</translation>
    </message>
    <message>
        <source>all services</source>
        <translation>Alle Services</translation>
    </message>
    <message>
        <source>The 8.1 dialect cannot list services across customers. Name customers, contact keys or service ids.</source>
        <translation>Der Dialekt 8.1 kann Services nicht über alle Kunden hinweg auflisten. Nennen Sie Kunden, Kontaktschlüssel oder Service-IDs.</translation>
    </message>
    <message>
        <source>customer %1</source>
        <translation>Kunde %1</translation>
    </message>
    <message>
        <source>contact key %1</source>
        <translation>Kontaktschlüssel %1</translation>
    </message>
    <message>
        <source>The journal %1 cannot be used: %2. Check the disk and the rights on the file and its folder.</source>
        <translation>Das Journal %1 kann nicht verwendet werden: %2. Prüfen Sie den Datenträger und die Rechte an der Datei und ihrem Ordner.</translation>
    </message>
    <message>
        <source>The journal %1 was written by a newer Closeout. Use that one.</source>
        <translation>Das Journal %1 wurde von einem neueren Closeout geschrieben. Verwenden Sie dieses.</translation>
    </message>
    <message>
        <source>The journal %1 cannot be written: %2. Check the disk and the rights on the file and its folder.</source>
        <translation>Das Journal %1 kann nicht geschrieben werden: %2. Prüfen Sie den Datenträger und die Rechte an der Datei und ihrem Ordner.</translation>
    </message>
    <message>
        <source>The journal %1 is being opened by another program that does not let go of it. If none runs, remove %1.lock.</source>
        <translation>Das Journal %1 wird gerade von einem anderen Programm geöffnet, das es nicht freigibt. Wenn keines läuft, entfernen Sie %1.lock.</translation>
    </message>
    <message>
        <source>its folder takes no new file (is the disk full?)</source>
        <translation>In seinem Ordner lässt sich keine neue Datei anlegen (ist der Datenträger voll?)</translation>
    </message>
    <message>
        <source>the end of the text</source>
        <translation>das Ende des Textes</translation>
    </message>
    <message>
        <source>byte 0x%1</source>
        <translation>Byte 0x%1</translation>
    </message>
    <message>
        <source>The JSON text is %1 bytes long; the limit is 4 GiB.</source>
        <translation>Der JSON-Text ist %1 Byte lang; erlaubt sind 4 GiB.</translation>
    </message>
    <message>
        <source>Not valid JSON: line %1, column %2: expected %3, found %4.</source>
        <translation>Kein gültiges JSON in Zeile %1, Spalte %2: erwartet: %3, gefunden: %4.</translation>
    </message>
    <message>
        <source>Only a member of an object has a key.</source>
        <translation>Nur ein Eintrag eines Objekts hat einen Schlüssel.</translation>
    </message>
    <message>
        <source>Only objects and arrays can hold values.</source>
        <translation>Nur Objekte und Listen können Werte enthalten.</translation>
    </message>
    <message>
        <source>There is no place %1 to insert at.</source>
        <translation>Es gibt keine Stelle %1 zum Einfügen.</translation>
    </message>
    <message>
        <source>The whole document cannot be removed.</source>
        <translation>Das ganze Dokument kann nicht entfernt werden.</translation>
    </message>
    <message>
        <source>There is no place %1 to move to.</source>
        <translation>Es gibt keine Stelle %1 als Ziel zum Verschieben.</translation>
    </message>
    <message>
        <source>The text has changed since that edit.</source>
        <translation>Der Text hat sich seit dieser Bearbeitung geändert.</translation>
    </message>
    <message>
        <source>An element of the list is longer than %1 MiB.</source>
        <translation>Ein Element der Liste ist länger als %1 MiB.</translation>
    </message>
    <message>
        <source>The list is no JSON array: byte %1 cannot stand there.</source>
        <translation>Die Liste ist keine JSON-Liste: Byte %1 darf dort nicht stehen.</translation>
    </message>
    <message>
        <source>The list broke off after %1 bytes; what came before is shown.</source>
        <translation>Die Liste brach nach %1 Byte ab; was vorher kam, wird angezeigt.</translation>
    </message>
    <message>
        <source>a value</source>
        <translation>ein Wert</translation>
    </message>
    <message>
        <source>a key in double quotes</source>
        <translation>ein Schlüssel in doppelten Anführungszeichen</translation>
    </message>
    <message>
        <source>&apos;:&apos; after the key</source>
        <translation>&apos;:&apos; nach dem Schlüssel</translation>
    </message>
    <message>
        <source>nothing more after the value</source>
        <translation>nichts mehr nach dem Wert</translation>
    </message>
    <message>
        <source>&apos;,&apos; or &apos;}&apos;</source>
        <translation>&apos;,&apos; oder &apos;}&apos;</translation>
    </message>
    <message>
        <source>&apos;,&apos; or &apos;]&apos;</source>
        <translation>&apos;,&apos; oder &apos;]&apos;</translation>
    </message>
    <message>
        <source>&apos;&quot;&apos; at the end of the string</source>
        <translation>&apos;&quot;&apos; am Ende des Textes</translation>
    </message>
    <message>
        <source>no control character in a string: write it as an escape, \n or \u0000</source>
        <translation>kein Steuerzeichen in einem Text (stattdessen als Escape-Folge, \n oder \u0000)</translation>
    </message>
    <message>
        <source>four hexadecimal digits after \u</source>
        <translation>vier Hexadezimalziffern nach \u</translation>
    </message>
    <message>
        <source>one of &quot; \ / b f n r t u after the backslash</source>
        <translation>eines von &quot; \ / b f n r t u nach dem Backslash</translation>
    </message>
    <message>
        <source>a digit</source>
        <translation>eine Ziffer</translation>
    </message>
    <message>
        <source>no digit after a leading zero</source>
        <translation>keine Ziffer nach einer führenden Null</translation>
    </message>
    <message>
        <source>a value (did you mean %1?)</source>
        <translation>ein Wert (meinten Sie %1?)</translation>
    </message>
    <message>
        <source>valid UTF-8</source>
        <translation>gültiges UTF-8</translation>
    </message>
    <message>
        <source>Only maps can be merged, a list cannot. Replace the extension instead.</source>
        <translation>Nur Objekte lassen sich zusammenführen, eine Liste nicht. Ersetzen Sie stattdessen die Erweiterung.</translation>
    </message>
    <message>
        <source>%1: %2 is no value of the business attribute %3. Known are: %4.</source>
        <translation>%1: %2 ist kein Wert des Geschäftsattributs %3. Bekannt sind: %4.</translation>
    </message>
    <message>
        <source>The field %1 is missing.</source>
        <translation>Das Feld %1 fehlt.</translation>
    </message>
    <message>
        <source>state_id must be a whole number of 32 bits, not %1.</source>
        <translation>state_id muss eine ganze Zahl mit 32 Bit sein, nicht %1.</translation>
    </message>
    <message>
        <source>A transition needs the objects from and to.</source>
        <translation>Ein Übergang braucht die Objekte from und to.</translation>
    </message>
    <message>
        <source>from needs the state_id of the state to end.</source>
        <translation>from braucht die state_id des Zustands, der enden soll.</translation>
    </message>
    <message>
        <source>%1 is a number of seconds and cannot be negative.</source>
        <translation>%1 ist eine Anzahl von Sekunden und kann nicht negativ sein.</translation>
    </message>
    <message>
        <source>“%1” is a field of the API that has no place here; it cannot be a key of attached data.</source>
        <translation>„%1“ ist ein Feld der API, das nicht hierher gehört; es kann kein Schlüssel angehängter Daten sein.</translation>
    </message>
    <message>
        <source>The body must be a JSON object.</source>
        <translation>Der Body muss ein JSON-Objekt sein.</translation>
    </message>
    <message>
        <source>The certificate %1 cannot be read. It must be a PEM file.</source>
        <translation>Das Zertifikat %1 kann nicht gelesen werden. Es muss eine PEM-Datei sein.</translation>
    </message>
    <message>
        <source>The key %1 cannot be read, or does not belong to the certificate. It must be a PEM file without a password.</source>
        <translation>Der Schlüssel %1 kann nicht gelesen werden oder gehört nicht zum Zertifikat. Er muss eine PEM-Datei ohne Passwort sein.</translation>
    </message>
    <message>
        <source>This is no HTTP request that can be answered.</source>
        <translation>Das ist keine HTTP-Anfrage, die beantwortet werden kann.</translation>
    </message>
    <message>
        <source>This sandbox wants a user name and a password.</source>
        <translation>Diese Sandbox verlangt Benutzername und Passwort.</translation>
    </message>
    <message>
        <source>The body is longer than %1 bytes.</source>
        <translation>Der Body ist länger als %1 Byte.</translation>
    </message>
    <message>
        <source>The body ended too early or could not be decoded.</source>
        <translation>Der Body endete zu früh oder konnte nicht dekodiert werden.</translation>
    </message>
    <message>
        <source>The sandbox cannot listen on %1, port %2. Another program may use the port; choose another, or 0 for any.</source>
        <translation>Die Sandbox kann auf %1, Port %2, keine Verbindungen annehmen. Vielleicht belegt ein anderes Programm den Port; wählen Sie einen anderen oder 0 für einen beliebigen.</translation>
    </message>
    <message>
        <source>The parameter time_from is missing.</source>
        <translation>Der Parameter time_from fehlt.</translation>
    </message>
    <message>
        <source>filter_events must be any, started or completed.</source>
        <translation>filter_events muss any, started oder completed sein.</translation>
    </message>
    <message>
        <source>filter_state must be any, active or inactive.</source>
        <translation>filter_state muss any, active oder inactive sein.</translation>
    </message>
    <message>
        <source>operation must be purge.service.all, purge.service.started, purge.service.started.anonymous, purge.service.completed or purge.service.completed.anonymous.</source>
        <translation>operation muss purge.service.all, purge.service.started, purge.service.started.anonymous, purge.service.completed oder purge.service.completed.anonymous sein.</translation>
    </message>
    <message>
        <source>filter_state can only be used with export_content=true.</source>
        <translation>filter_state kann nur mit export_content=true verwendet werden.</translation>
    </message>
    <message>
        <source>There is no business attribute for “%1”.</source>
        <translation>Es gibt kein Geschäftsattribut für „%1“.</translation>
    </message>
    <message>
        <source>There is an extension schema “%1” already.</source>
        <translation>Es gibt schon ein Erweiterungsschema „%1“.</translation>
    </message>
    <message>
        <source>%1 is not possible here; possible are: %2.</source>
        <translation>%1 ist hier nicht möglich; möglich sind: %2.</translation>
    </message>
    <message>
        <source>There is no operation at %1 in the %2 dialect.</source>
        <translation>Im Dialekt %2 gibt es keine Operation unter %1.</translation>
    </message>
    <message>
        <source>A record of the extension %1 must be an object.</source>
        <translation>Ein Datensatz der Erweiterung %1 muss ein Objekt sein.</translation>
    </message>
    <message>
        <source>The schema of the extension %1 has no attribute “%2”.</source>
        <translation>Das Schema der Erweiterung %1 hat kein Attribut „%2“.</translation>
    </message>
    <message>
        <source>The attribute “%1” of the extension %2 must be of type %3, not %4.</source>
        <translation>Das Attribut „%1“ der Erweiterung %2 muss vom Typ %3 sein, nicht %4.</translation>
    </message>
    <message>
        <source>Two records of the extension %1 are alike in the attributes that its schema wants unique.</source>
        <translation>Zwei Datensätze der Erweiterung %1 gleichen sich in den Attributen, die laut Schema eindeutig sein müssen.</translation>
    </message>
    <message>
        <source>The schema %1 needs a list of attributes.</source>
        <translation>Das Schema %1 braucht eine Liste von Attributen.</translation>
    </message>
    <message>
        <source>Each attribute of the schema %1 needs a %2, which is a string.</source>
        <translation>Jedes Attribut des Schemas %1 braucht ein Feld %2 mit einem Text.</translation>
    </message>
    <message>
        <source>unique names “%1”, which is no attribute of the schema %2.</source>
        <translation>unique nennt „%1“; das ist kein Attribut des Schemas %2.</translation>
    </message>
    <message>
        <source>An extension schema must be a JSON object.</source>
        <translation>Ein Erweiterungsschema muss ein JSON-Objekt sein.</translation>
    </message>
    <message>
        <source>The name of an extension schema must begin with a letter, go on with letters, digits and underscores, and have 26 characters at most.</source>
        <translation>Der Name eines Erweiterungsschemas muss mit einem Buchstaben beginnen, darf dann nur Buchstaben, Ziffern und Unterstriche enthalten und höchstens 26 Zeichen lang sein.</translation>
    </message>
    <message>
        <source>“%1” is a field of the API and cannot be an extension.</source>
        <translation>„%1“ ist ein Feld der API und kann keine Erweiterung sein.</translation>
    </message>
    <message>
        <source>type must be &quot;single-valued&quot; or &quot;multi-valued&quot;.</source>
        <translation>type muss &quot;single-valued&quot; oder &quot;multi-valued&quot; sein.</translation>
    </message>
    <message>
        <source>There is no extension schema “%1”. Create it before it is used.</source>
        <translation>Es gibt kein Erweiterungsschema „%1“. Legen Sie es an, bevor es verwendet wird.</translation>
    </message>
    <message>
        <source>an array of objects</source>
        <translation>eine Liste von Objekten</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>ein Objekt</translation>
    </message>
    <message>
        <source>The extension %1 must be %2.</source>
        <translation>Die Erweiterung %1 muss %2 sein.</translation>
    </message>
    <message>
        <source>“%1” is no address to listen on. Give an IP address, as 127.0.0.1.</source>
        <translation>„%1“ ist keine Adresse, unter der Verbindungen angenommen werden können. Geben Sie eine IP-Adresse an, etwa 127.0.0.1.</translation>
    </message>
    <message>
        <source>The sandbox listens on %1, which others can reach, only with a password.</source>
        <translation>Unter %1, wo andere sie erreichen, nimmt die Sandbox nur mit Passwort Verbindungen an.</translation>
    </message>
    <message>
        <source>TLS needs a certificate and its key.</source>
        <translation>TLS braucht ein Zertifikat und dessen Schlüssel.</translation>
    </message>
    <message>
        <source>The number of services cannot be negative.</source>
        <translation>Die Anzahl der Services kann nicht negativ sein.</translation>
    </message>
    <message>
        <source>A service needs a customer_id or a contact_key.</source>
        <translation>Ein Service braucht eine customer_id oder einen contact_key.</translation>
    </message>
    <message>
        <source>A service needs a service_type.</source>
        <translation>Ein Service braucht einen service_type.</translation>
    </message>
    <message>
        <source>The body needs a ttl or an expiration_time.</source>
        <translation>Der Body braucht eine ttl oder eine expiration_time.</translation>
    </message>
    <message>
        <source>The sandbox&apos;s store %1 was written by a newer Closeout. Use another file.</source>
        <translation>Die Sandbox-Datei %1 wurde von einem neueren Closeout geschrieben. Verwenden Sie eine andere Datei.</translation>
    </message>
    <message>
        <source>The sandbox&apos;s store %1 holds services of the %2 dialect, whose ids have another form. Use another file, or that dialect.</source>
        <translation>Die Sandbox-Datei %1 enthält Services des Dialekts %2, deren IDs eine andere Form haben. Verwenden Sie eine andere Datei oder diesen Dialekt.</translation>
    </message>
    <message>
        <source>The sandbox&apos;s store %1 cannot be used: %2. Check that it can be written, that the disk is not full and that no other sandbox uses it.</source>
        <translation>Die Sandbox-Datei %1 kann nicht verwendet werden: %2. Prüfen Sie, ob sie beschreibbar ist, ob der Datenträger voll ist und ob eine andere Sandbox sie verwendet.</translation>
    </message>
    <message>
        <source>The service has used up its 32-bit ids for %1.</source>
        <translation>Der Service hat seine 32-Bit-IDs für %1 aufgebraucht.</translation>
    </message>
    <message>
        <source>The draft for the %1 could not be removed from “%2”: %3.</source>
        <translation>Der Entwurf für %1 konnte nicht aus „%2“ entfernt werden: %3.</translation>
    </message>
    <message>
        <source>It was put aside as “%1”.</source>
        <translation>Er wurde als „%1“ beiseitegelegt.</translation>
    </message>
    <message>
        <source>It is “%1”.</source>
        <translation>Er liegt unter „%1“.</translation>
    </message>
    <message>
        <source>The draft that was kept for the %1 is not readable.</source>
        <translation>Der gesicherte Entwurf für %1 ist nicht lesbar.</translation>
    </message>
    <message>
        <source>Nothing was sent. %1</source>
        <translation>Es wurde nichts gesendet. %1</translation>
    </message>
    <message>
        <source>Cancelled before it was sent.</source>
        <translation>Abgebrochen, bevor gesendet wurde.</translation>
    </message>
    <message numerus="yes">
        <source>
… Cut off here: %n byte(s) in all.</source>
        <extracomment>at the end of a long text</extracomment>
        <translation>
            <numerusform>
… Hier abgeschnitten: insgesamt %n Byte.</numerusform>
            <numerusform>
… Hier abgeschnitten: insgesamt %n Byte.</numerusform>
        </translation>
    </message>
    <message>
        <source>More completions than were confirmed.</source>
        <translation>Mehr Abschlüsse, als bestätigt wurden.</translation>
    </message>
    <message>
        <source>Nobody can say whether the %1 was ended. %2 %3</source>
        <translation>Es ist ungewiss, ob %1 abgeschlossen wurde. %2 %3</translation>
    </message>
    <message>
        <source>Reading the %1 again failed: %2</source>
        <translation>%1 ließ sich nicht neu laden: %2</translation>
    </message>
    <message>
        <source>Reading the %1 again shows it completed.</source>
        <translation>Neu geladen: %1 ist abgeschlossen.</translation>
    </message>
    <message>
        <source>Reading the %1 again still shows it open, which may be an old answer. Look again later before you send it again.</source>
        <translation>Neu geladen: %1 ist noch offen, doch die Antwort kann veraltet sein. Sehen Sie später noch einmal nach, bevor Sie wieder senden.</translation>
    </message>
    <message>
        <source>Reading the %1 again shows it completed as it was before, which may be an old answer.</source>
        <translation>Neu geladen: %1 ist abgeschlossen wie zuvor, doch die Antwort kann veraltet sein.</translation>
    </message>
    <message>
        <source>Reading the %1 again shows it completed, but not with what was sent: somebody else may have done it.</source>
        <translation>Neu geladen: %1 ist abgeschlossen, aber nicht mit dem, was gesendet wurde. Vielleicht war es jemand anders.</translation>
    </message>
    <message>
        <source>Reading the %1 again shows it completed anew, but not by whom.</source>
        <translation>Neu geladen: %1 wurde erneut abgeschlossen, es ist aber nicht zu erkennen, von wem.</translation>
    </message>
    <message>
        <source>Timestamp</source>
        <translation>Zeitstempel</translation>
    </message>
    <message>
        <source>UTC moment of the event, with milliseconds; the server stamps it when it is absent.</source>
        <translation>UTC-Zeitpunkt des Ereignisses mit Millisekunden; fehlt er, setzt ihn der Server.</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Sitzung</translation>
    </message>
    <message>
        <source>Id of the related orchestration or other business session.</source>
        <translation>ID der zugehörigen Orchestrierungs- oder anderen Geschäftssitzung.</translation>
    </message>
    <message>
        <source>Interaction</source>
        <translation>Interaktion</translation>
    </message>
    <message>
        <source>Id of the related Genesys interaction.</source>
        <translation>ID der zugehörigen Genesys-Interaktion.</translation>
    </message>
    <message>
        <source>Application type</source>
        <translation>Anwendungstyp</translation>
    </message>
    <message>
        <source>Class of the application that issues the event.</source>
        <translation>Klasse der Anwendung, von der das Ereignis stammt.</translation>
    </message>
    <message>
        <source>Application</source>
        <translation>Anwendung</translation>
    </message>
    <message>
        <source>Genesys DB id of the application that issues the event.</source>
        <translation>Genesys-DB-ID der Anwendung, von der das Ereignis stammt.</translation>
    </message>
    <message>
        <source>Resource type</source>
        <translation>Ressourcentyp</translation>
    </message>
    <message>
        <source>Class of the resource that gives the service: GVP, agent desktop, orchestration.</source>
        <translation>Klasse der Ressource, die den Service leistet: GVP, Agent Desktop, Orchestrierung.</translation>
    </message>
    <message>
        <source>Resource</source>
        <translation>Ressource</translation>
    </message>
    <message>
        <source>Genesys DB id of the platform or the agent that gives the service.</source>
        <translation>Genesys-DB-ID der Plattform oder des Agenten, der den Service leistet.</translation>
    </message>
    <message>
        <source>Media type</source>
        <translation>Medientyp</translation>
    </message>
    <message>
        <source>Channel: voice, e-mail, chat.</source>
        <translation>Kanal: Sprache, E-Mail, Chat.</translation>
    </message>
    <message>
        <source>Disposition</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Business outcome: an id or the name of a business attribute&apos;s value.</source>
        <translation>Fachliches Ergebnis: eine ID oder der Name eines Werts des Geschäftsattributs.</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>What should be known besides about the outcome.</source>
        <translation>Was sonst noch zum Ergebnis zu wissen ist.</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>The state that the task belongs to.</source>
        <translation>Der Zustand, zu dem die Aufgabe gehört.</translation>
    </message>
    <message>
        <source>Time to live</source>
        <translation>Lebensdauer</translation>
    </message>
    <message>
        <source>Seconds from this event until the service is removed (8.5.105 and newer).</source>
        <translation>Sekunden von diesem Ereignis bis zum Löschen des Service (ab 8.5.105).</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Ablauf</translation>
    </message>
    <message>
        <source>UTC moment when the service is removed (8.5.105 and newer); a time to live wins.</source>
        <translation>UTC-Zeitpunkt, zu dem der Service gelöscht wird (ab 8.5.105); eine Lebensdauer hat Vorrang.</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>The customer whom the service is for.</source>
        <translation>Der Kunde, für den der Service ist.</translation>
    </message>
    <message>
        <source>Contact key</source>
        <translation>Kontaktschlüssel</translation>
    </message>
    <message>
        <source>What finds an anonymous service again: a phone number, an e-mail address.</source>
        <translation>Womit sich ein anonymer Service wiederfinden lässt: eine Telefonnummer, eine E-Mail-Adresse.</translation>
    </message>
    <message>
        <source>Service type</source>
        <translation>Servicetyp</translation>
    </message>
    <message>
        <source>Kind of the service.</source>
        <translation>Art des Service.</translation>
    </message>
    <message>
        <source>State type</source>
        <translation>Zustandstyp</translation>
    </message>
    <message>
        <source>Kind of the state.</source>
        <translation>Art des Zustands.</translation>
    </message>
    <message>
        <source>Task type</source>
        <translation>Aufgabentyp</translation>
    </message>
    <message>
        <source>Kind of the task.</source>
        <translation>Art der Aufgabe.</translation>
    </message>
    <message>
        <source>Previous state</source>
        <translation>Voriger Zustand</translation>
    </message>
    <message>
        <source>The state that this one follows.</source>
        <translation>Der Zustand, auf den dieser folgt.</translation>
    </message>
    <message>
        <source>Expected duration</source>
        <translation>Erwartete Dauer</translation>
    </message>
    <message>
        <source>Expected duration in seconds.</source>
        <translation>Erwartete Dauer in Sekunden.</translation>
    </message>
    <message>
        <source>Auto-completes after</source>
        <translation>Auto-Abschluss nach</translation>
    </message>
    <message>
        <source>Seconds without an update before the server completes it (8.5.111 and newer).</source>
        <translation>Sekunden ohne Änderung, bis der Server den Service selbst abschließt (ab 8.5.111).</translation>
    </message>
    <message>
        <source>task ids: %1</source>
        <translation>Aufgaben-IDs: %1</translation>
    </message>
    <message>
        <source>state ids: %1</source>
        <translation>Zustands-IDs: %1</translation>
    </message>
    <message>
        <source>“%1” must be a list of strings.</source>
        <translation>„%1“ muss eine Liste von Zeichenketten sein.</translation>
    </message>
    <message>
        <source>There is no column “%1”. A column is a field such as service_type, or a value in the attached data such as data.Feedback.rating.</source>
        <translation>Es gibt keine Spalte „%1“. Eine Spalte ist ein Feld wie service_type oder ein Wert in den angehängten Daten wie data.Feedback.rating.</translation>
    </message>
    <message>
        <source>“%1” is no path into attached data. Write the keys with points between them, as in Feedback.rating.</source>
        <translation>„%1“ ist kein Pfad in angehängte Daten. Schreiben Sie die Schlüssel mit Punkten dazwischen, etwa Feedback.rating.</translation>
    </message>
    <message>
        <source>The regular expression takes too long on many texts and was given up. The rows that it did not judge count as not matching. Write it with fewer repetitions inside one another.</source>
        <translation>Der reguläre Ausdruck braucht bei vielen Texten zu lange und wurde aufgegeben. Zeilen, die er nicht beurteilt hat, gelten als nicht passend. Schreiben Sie ihn mit weniger ineinander geschachtelten Wiederholungen.</translation>
    </message>
    <message numerus="yes">
        <source>The regular expression takes too long on %n texts, which count as not matching. Write it with fewer repetitions inside one another.</source>
        <translation>
            <numerusform>Der reguläre Ausdruck braucht bei %n Text zu lange; er gilt als nicht passend. Schreiben Sie ihn mit weniger ineinander geschachtelten Wiederholungen.</numerusform>
            <numerusform>Der reguläre Ausdruck braucht bei %n Texten zu lange; sie gelten als nicht passend. Schreiben Sie ihn mit weniger ineinander geschachtelten Wiederholungen.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no rule “%1”.</source>
        <translation>Es gibt keine Regel „%1“.</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>The id of the service.</source>
        <translation>Die Id des Service.</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <source>The id of the task, counted within its service.</source>
        <translation>Die Id der Aufgabe, innerhalb ihres Service gezählt.</translation>
    </message>
    <message>
        <source>The id of the state that the task hangs on.</source>
        <translation>Die Id des Zustands, an dem die Aufgabe hängt.</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>The type of the service.</source>
        <translation>Der Typ des Service.</translation>
    </message>
    <message>
        <source>The type of the task.</source>
        <translation>Der Typ der Aufgabe.</translation>
    </message>
    <message>
        <source>The customer that the service is for.</source>
        <translation>Der Kunde, für den der Service ist.</translation>
    </message>
    <message>
        <source>How an anonymous service is found again: a phone number, an e-mail address.</source>
        <translation>Womit ein anonymer Service wiedergefunden wird: eine Telefonnummer, eine E-Mail-Adresse.</translation>
    </message>
    <message>
        <source>Media</source>
        <translation>Medium</translation>
    </message>
    <message>
        <source>The channel that it was started on.</source>
        <translation>Der Kanal, auf dem er begonnen wurde.</translation>
    </message>
    <message>
        <source>The application that started it: its id, or else its type.</source>
        <translation>Die Anwendung, die ihn begonnen hat: ihre Id oder sonst ihr Typ.</translation>
    </message>
    <message>
        <source>The agent or platform that it was started by: its id, or else its type.</source>
        <translation>Der Agent oder die Plattform, von der er begonnen wurde: die Id oder sonst der Typ.</translation>
    </message>
    <message>
        <source>How it was completed.</source>
        <translation>Wie er abgeschlossen wurde.</translation>
    </message>
    <message>
        <source>Attached data</source>
        <translation>Angehängte Daten</translation>
    </message>
    <message>
        <source>A value in the attached data, by its path: data.Feedback.rating.</source>
        <translation>Ein Wert in den angehängten Daten, über seinen Pfad: data.Feedback.rating.</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>When it was started.</source>
        <translation>Wann er begonnen wurde.</translation>
    </message>
    <message>
        <source>Last event</source>
        <translation>Letztes Ereignis</translation>
    </message>
    <message>
        <source>When it, one of its states or one of its tasks was last started or completed.</source>
        <translation>Wann zuletzt er selbst, einer seiner Zustände oder eine seiner Aufgaben begonnen oder abgeschlossen wurde.</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>Abgeschlossen</translation>
    </message>
    <message>
        <source>When it was completed.</source>
        <translation>Wann er abgeschlossen wurde.</translation>
    </message>
    <message>
        <source>When the server removes it, as far as it says so.</source>
        <translation>Wann der Server ihn entfernt, soweit er es sagt.</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Erwartet</translation>
    </message>
    <message>
        <source>How long it was expected to take.</source>
        <translation>Wie lange er dauern sollte.</translation>
    </message>
    <message>
        <source>Auto-complete after</source>
        <translation>Selbstabschluss nach</translation>
    </message>
    <message>
        <source>After how long without an event the server completes it by itself.</source>
        <translation>Nach welcher Zeit ohne Ereignis der Server ihn von selbst abschließt.</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Aufgaben</translation>
    </message>
    <message>
        <source>How many of its tasks are active.</source>
        <translation>Wie viele seiner Aufgaben aktiv sind.</translation>
    </message>
    <message>
        <source>States</source>
        <translation>Zustände</translation>
    </message>
    <message>
        <source>How many of its states are active.</source>
        <translation>Wie viele seiner Zustände aktiv sind.</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>active, completed, or vanished: no longer where it was found.</source>
        <translation>active, completed oder vanished: aktiv, abgeschlossen oder nicht mehr da, wo er gefunden wurde.</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Alter</translation>
    </message>
    <message>
        <source>How long it has been active.</source>
        <translation>Wie lange er schon aktiv ist.</translation>
    </message>
    <message>
        <source>Idle</source>
        <translation>Untätig</translation>
    </message>
    <message>
        <source>How long ago the last event was.</source>
        <translation>Wie lange das letzte Ereignis her ist.</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Überfällig</translation>
    </message>
    <message>
        <source>By how much it has exceeded the expected duration.</source>
        <translation>Um wie viel er die erwartete Dauer überschritten hat.</translation>
    </message>
    <message>
        <source>Auto-completes in</source>
        <translation>Selbstabschluss in</translation>
    </message>
    <message>
        <source>When the server will complete it by itself, if nothing happens.</source>
        <translation>Wann der Server ihn von selbst abschließt, wenn nichts geschieht.</translation>
    </message>
    <message>
        <source>Expires in</source>
        <translation>Läuft ab in</translation>
    </message>
    <message>
        <source>When the server will remove it.</source>
        <translation>Wann der Server ihn entfernt.</translation>
    </message>
    <message>
        <source>Stuck</source>
        <translation>Hängt</translation>
    </message>
    <message>
        <source>Why it counts as stuck, by the rules of the environment.</source>
        <translation>Warum er nach den Regeln der Umgebung als hängend gilt.</translation>
    </message>
    <message>
        <source>Both must be so; may be left out.</source>
        <translation>Beides muss so sein; kann weggelassen werden.</translation>
    </message>
    <message>
        <source>One of the two must be so.</source>
        <translation>Eines von beiden muss so sein.</translation>
    </message>
    <message>
        <source>What follows must not be so.</source>
        <translation>Was folgt, darf nicht so sein.</translation>
    </message>
    <message>
        <source>is, with * and ? for other text</source>
        <translation>ist, mit * und ? für anderen Text</translation>
    </message>
    <message>
        <source>is not</source>
        <translation>ist nicht</translation>
    </message>
    <message>
        <source>less than, or before</source>
        <translation>kleiner als oder vor</translation>
    </message>
    <message>
        <source>at most</source>
        <translation>höchstens</translation>
    </message>
    <message>
        <source>more than, or after</source>
        <translation>größer als oder nach</translation>
    </message>
    <message>
        <source>at least</source>
        <translation>mindestens</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>nicht gesagt</translation>
    </message>
    <message>
        <source>that long ago</source>
        <translation>so lange her</translation>
    </message>
    <message>
        <source>The quote that opens here is not closed. Add a &quot;.</source>
        <translation>Das Anführungszeichen, das hier öffnet, wird nicht geschlossen. Ergänzen Sie ein &quot;.</translation>
    </message>
    <message>
        <source>The regular expression that opens here is not closed. Add a /, or put the text in quotes if you do not mean one.</source>
        <translation>Der reguläre Ausdruck, der hier beginnt, wird nicht geschlossen. Ergänzen Sie ein / oder setzen Sie den Text in Anführungszeichen, wenn keiner gemeint ist.</translation>
    </message>
    <message>
        <source>There is nothing between the two slashes of the expression.</source>
        <translation>Zwischen den beiden Schrägstrichen des Ausdrucks steht nichts.</translation>
    </message>
    <message>
        <source>Put a blank before “%1”.</source>
        <translation>Setzen Sie ein Leerzeichen vor „%1“.</translation>
    </message>
    <message>
        <source>There is nothing between the two quotes.</source>
        <translation>Zwischen den beiden Anführungszeichen steht nichts.</translation>
    </message>
    <message>
        <source>The minus excludes what stands directly behind it, as in -media:email.</source>
        <translation>Das Minus schließt aus, was direkt dahinter steht, etwa -media:email.</translation>
    </message>
    <message>
        <source>A field is missing before “%1”. Put a text that holds it in quotes.</source>
        <translation>Vor „%1“ fehlt ein Feld. Setzen Sie einen Text, der das Zeichen enthält, in Anführungszeichen.</translation>
    </message>
    <message>
        <source>A value cannot be in parentheses. Write alternatives with commas, as in type:a,b.</source>
        <translation>Ein Wert kann nicht in Klammern stehen. Schreiben Sie Alternativen mit Kommas, etwa type:a,b.</translation>
    </message>
    <message>
        <source>A value is missing behind “%1”. Write it without a blank before it; &quot;&quot; stands for “not said”.</source>
        <translation>Hinter „%1“ fehlt ein Wert. Schreiben Sie ihn ohne Leerzeichen davor; &quot;&quot; steht für „nicht gesagt“.</translation>
    </message>
    <message>
        <source>No parenthesis was opened that this one could close.</source>
        <translation>Es wurde keine Klammer geöffnet, die diese schließen könnte.</translation>
    </message>
    <message>
        <source>Something is missing behind “%1”.</source>
        <translation>Hinter „%1“ fehlt etwas.</translation>
    </message>
    <message>
        <source>Something is missing before “%1”. Put the word in quotes if you search for it.</source>
        <translation>Vor „%1“ fehlt etwas. Setzen Sie das Wort in Anführungszeichen, wenn Sie es suchen.</translation>
    </message>
    <message>
        <source>The parenthesis that opens here is not closed. Add a ).</source>
        <translation>Die Klammer, die hier öffnet, wird nicht geschlossen. Ergänzen Sie eine ).</translation>
    </message>
    <message>
        <source>There is nothing between these parentheses.</source>
        <translation>Zwischen diesen Klammern steht nichts.</translation>
    </message>
    <message>
        <source>Something is missing behind this.</source>
        <translation>Dahinter fehlt etwas.</translation>
    </message>
    <message>
        <source>There are more than %1 parentheses inside one another.</source>
        <translation>Mehr als %1 Klammern sind ineinander geschachtelt.</translation>
    </message>
    <message>
        <source>The regular expression is wrong here: %1.</source>
        <translation>Der reguläre Ausdruck ist hier falsch: %1.</translation>
    </message>
    <message>
        <source>“%1” is text and has no order. Use a colon, as in %1:text.</source>
        <translation>„%1“ ist Text und hat keine Reihenfolge. Nehmen Sie einen Doppelpunkt, etwa %1:Text.</translation>
    </message>
    <message>
        <source>“%1” needs a number or a text behind it.</source>
        <translation>Hinter „%1“ gehört eine Zahl oder ein Text.</translation>
    </message>
    <message>
        <source>“%1” is no text: there are no wildcards and no regular expressions for it. Compare it, as in %1%2.</source>
        <translation>„%1“ ist kein Text: Platzhalter und reguläre Ausdrücke gibt es dafür nicht. Vergleichen Sie, etwa %1%2.</translation>
    </message>
    <message>
        <source>“%1” has no order. Use a colon, as in %1:active.</source>
        <translation>„%1“ hat keine Reihenfolge. Nehmen Sie einen Doppelpunkt, etwa %1:active.</translation>
    </message>
    <message>
        <source>There is no status “%1”: it is active, completed or vanished.</source>
        <translation>Es gibt keinen Status „%1“: er ist active, completed oder vanished.</translation>
    </message>
    <message>
        <source>“%1” has no order. Use a colon, as in %1:yes.</source>
        <translation>„%1“ hat keine Reihenfolge. Nehmen Sie einen Doppelpunkt, etwa %1:yes.</translation>
    </message>
    <message>
        <source>“%1” needs yes, no or the name of a rule.</source>
        <translation>Hinter „%1“ gehört yes, no oder der Name einer Regel.</translation>
    </message>
    <message>
        <source>“%1” takes one value only.</source>
        <translation>„%1“ nimmt nur einen Wert.</translation>
    </message>
    <message>
        <source>There is no field “%1”. To search for the text itself, put it in quotes.</source>
        <translation>Es gibt kein Feld „%1“. Um nach dem Text selbst zu suchen, setzen Sie ihn in Anführungszeichen.</translation>
    </message>
    <message>
        <source>There is no field “%1”. Did you mean “%2”? To search for the text itself, put it in quotes.</source>
        <translation>Es gibt kein Feld „%1“. Meinten Sie „%2“? Um nach dem Text selbst zu suchen, setzen Sie ihn in Anführungszeichen.</translation>
    </message>
    <message>
        <source>“%1” is a field of tasks, and these are services.</source>
        <translation>„%1“ ist ein Feld von Aufgaben, und dies sind Services.</translation>
    </message>
    <message>
        <source>“%1” is a field of services, and these are tasks.</source>
        <translation>„%1“ ist ein Feld von Services, und dies sind Aufgaben.</translation>
    </message>
    <message>
        <source>Column %1: %2</source>
        <extracomment>of a table without a header row: %1 its number, %2 the first values in it</extracomment>
        <translation>Spalte %1: %2</translation>
    </message>
    <message>
        <source>This is no text. Save a spreadsheet as “CSV UTF-8”.</source>
        <translation>Das ist kein Text. Speichern Sie eine Tabelle als „CSV UTF-8“.</translation>
    </message>
    <message>
        <source>There are several columns. Say which one holds the ids: %1.</source>
        <translation>Es gibt mehrere Spalten. Sagen Sie, in welcher die Ids stehen: %1.</translation>
    </message>
    <message>
        <source>There is no column “%1”: this is a plain list.</source>
        <translation>Es gibt keine Spalte „%1“: das ist eine einfache Liste.</translation>
    </message>
    <message>
        <source>There is no column “%1”. There are: %2.</source>
        <translation>Es gibt keine Spalte „%1“. Es gibt: %2.</translation>
    </message>
    <message>
        <source>Line %1, column %2: “%3” is a number that a spreadsheet has rounded. Export the column as text.</source>
        <translation>Zeile %1, Spalte %2: „%3“ ist eine Zahl, die eine Tabellenkalkulation gerundet hat. Exportieren Sie die Spalte als Text.</translation>
    </message>
    <message>
        <source>Line %1, column %2: “%3” holds a control character. Remove it.</source>
        <translation>Zeile %1, Spalte %2: „%3“ enthält ein Steuerzeichen. Entfernen Sie es.</translation>
    </message>
    <message>
        <source>Line %1, column %2: “%3” is longer than 1000 characters, which is no id.</source>
        <translation>Zeile %1, Spalte %2: „%3“ ist länger als 1000 Zeichen; das ist keine Id.</translation>
    </message>
    <message>
        <source>Line %1, column %2: the quotation mark of “%3” is not closed. Close it or remove it.</source>
        <translation>Zeile %1, Spalte %2: das Anführungszeichen von „%3“ wird nicht geschlossen. Schließen oder entfernen Sie es.</translation>
    </message>
    <message>
        <source>Line %1, column %2: “%3” is not written in UTF-8. Save the file as “CSV UTF-8”.</source>
        <translation>Zeile %1, Spalte %2: „%3“ ist nicht in UTF-8 geschrieben. Speichern Sie die Datei als „CSV UTF-8“.</translation>
    </message>
    <message>
        <source>milliseconds</source>
        <translation>Millisekunden</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>Sekunden</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>Minuten</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>Stunden</translation>
    </message>
    <message>
        <source>days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <source>weeks</source>
        <translation>Wochen</translation>
    </message>
    <message>
        <source>“%1” is no duration. Write a number and a unit, as in 30m, 4h, 2d or 1h30m.</source>
        <translation>„%1“ ist keine Dauer. Schreiben Sie eine Zahl und eine Einheit, etwa 30m, 4h, 2d oder 1h30m.</translation>
    </message>
    <message>
        <source>“%1” is too long. The longest duration is %2 days.</source>
        <translation>„%1“ ist zu lang. Die längste Dauer sind %2 Tage.</translation>
    </message>
    <message>
        <source>“%1” is no whole number.</source>
        <translation>„%1“ ist keine ganze Zahl.</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 d %2 h</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 d</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>The export was cancelled.</source>
        <translation>Der Export wurde abgebrochen.</translation>
    </message>
    <message>
        <source>The format of %1 is not known. Give it a name that ends in .csv, .json, .jsonl or .md.</source>
        <translation>Das Format von %1 ist nicht bekannt. Geben Sie einen Namen an, der auf .csv, .json, .jsonl oder .md endet.</translation>
    </message>
    <message>
        <source>“%1” is no subject. A view is of “service” or of “task”.</source>
        <translation>„%1“ ist kein Gegenstand. Eine Ansicht ist von „service“ oder „task“.</translation>
    </message>
    <message>
        <source>Over 24 hours</source>
        <translation>Über 24 Stunden</translation>
    </message>
    <message>
        <source>A saved view must be a JSON object.</source>
        <translation>Eine gespeicherte Ansicht muss ein JSON-Objekt sein.</translation>
    </message>
    <message>
        <source>A saved view must have a “name”.</source>
        <translation>Eine gespeicherte Ansicht muss „name“ haben.</translation>
    </message>
    <message>
        <source>%1 is no saved view that can be used, and was left as it is: %2</source>
        <translation>%1 ist keine brauchbare gespeicherte Ansicht und wurde gelassen, wie es ist: %2</translation>
    </message>
    <message>
        <source>A saved view must have a name.</source>
        <translation>Eine gespeicherte Ansicht muss einen Namen haben.</translation>
    </message>
    <message>
        <source>There is a view named “%1” already. Choose another name.</source>
        <translation>Es gibt schon eine Ansicht namens „%1“. Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>%1 cannot be removed: %2.</source>
        <translation>%1 kann nicht entfernt werden: %2.</translation>
    </message>
    <message>
        <source>%1 is no saved view: %2</source>
        <translation>%1 ist keine gespeicherte Ansicht: %2</translation>
    </message>
    <message>
        <source>The answer is about another service, “%1”.</source>
        <translation>Die Antwort handelt von einem anderen Service, „%1“.</translation>
    </message>
    <message>
        <source>it is no service</source>
        <translation>es ist kein Service</translation>
    </message>
    <message>
        <source>The rule “%1” is not asked: there may be %2 rules at the most.</source>
        <translation>Die Regel „%1“ wird nicht gefragt: es darf höchstens %2 Regeln geben.</translation>
    </message>
    <message>
        <source>The rule “%1” is not asked, because its filter “%2” is wrong: %3</source>
        <translation>Die Regel „%1“ wird nicht gefragt, weil ihr Filter „%2“ falsch ist: %3</translation>
    </message>
    <message>
        <source>The rule “%1” is not asked, because it has no filter: everything would be stuck.</source>
        <translation>Die Regel „%1“ wird nicht gefragt, weil sie keinen Filter hat: alles würde hängen.</translation>
    </message>
    <message>
        <source>The rule “%1” is not asked, because its filter asks for “stuck” itself.</source>
        <translation>Die Regel „%1“ wird nicht gefragt, weil ihr Filter selbst nach „stuck“ fragt.</translation>
    </message>
    <message>
        <source>open %1, expected %2</source>
        <translation>offen seit %1, erwartet %2</translation>
    </message>
    <message>
        <source>open %1</source>
        <translation>offen seit %1</translation>
    </message>
    <message>
        <source>no event for %1</source>
        <translation>kein Ereignis seit %1</translation>
    </message>
    <message>
        <source>should have been completed by the server %1 ago</source>
        <translation>hätte vom Server vor %1 abgeschlossen werden sollen</translation>
    </message>
    <message numerus="yes">
        <source>%n open tasks</source>
        <translation>
            <numerusform>%n offene Aufgabe</numerusform>
            <numerusform>%n offene Aufgaben</numerusform>
        </translation>
    </message>
    <message>
        <source>due</source>
        <translation>fällig</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>in %1</translation>
    </message>
    <message>
        <source>Its filter “%1” is wrong: %2</source>
        <translation>Der Filter „%1“ ist falsch: %2</translation>
    </message>
    <message>
        <source>Rule %1, “%2”, has no name. Write one and a colon before it, as in “old: age&gt;2d”.</source>
        <translation>Regel %1, „%2“, hat keinen Namen. Schreiben Sie einen und einen Doppelpunkt davor, wie in „alt: age&gt;2d“.</translation>
    </message>
    <message>
        <source>There are two rules with the name “%1”. Give the second one another name.</source>
        <translation>Es gibt zwei Regeln mit dem Namen „%1“. Geben Sie der zweiten einen anderen Namen.</translation>
    </message>
    <message>
        <source>under 1 min</source>
        <translation>unter 1 min</translation>
    </message>
    <message>
        <source>%1 is not a folder</source>
        <translation>%1 ist kein Ordner</translation>
    </message>
    <message>
        <source>%1 takes no new file (%2)</source>
        <translation>%1 nimmt keine neue Datei an (%2)</translation>
    </message>
    <message>
        <source>text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>attached data</source>
        <translation>angehängte Daten</translation>
    </message>
    <message>
        <source>moment</source>
        <translation>Zeitpunkt</translation>
    </message>
    <message>
        <source>duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>number</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>services</source>
        <translation>Services</translation>
    </message>
    <message>
        <source>tasks</source>
        <translation>Aufgaben</translation>
    </message>
    <message>
        <source>both</source>
        <translation>beiden</translation>
    </message>
    <message>
        <source>| field | also | holds | of | meaning |</source>
        <translation>| Feld | auch | enthält | von | Bedeutung |</translation>
    </message>
    <message>
        <source>| rule | filter |</source>
        <translation>| Regel | Filter |</translation>
    </message>
    <message>
        <source># The filter

A filter is one line that says which services, or which tasks, are meant. The empty line means all of them.

```
age&gt;4h type:&quot;Bill Payment&quot; -media:email
```

These are the services that have been active for more than four hours, of that type, and not from e-mail. While something
in the line is wrong, the window shows what the words before it find; `closeoutctl` refuses the whole line.</source>
        <translation># Der Filter

Ein Filter ist eine Zeile, die sagt, welche Services oder welche Aufgaben gemeint sind. Die leere Zeile meint alle.

```
age&gt;4h type:&quot;Bill Payment&quot; -media:email
```

Das sind die Services, die seit mehr als vier Stunden aktiv sind, von diesem Typ und nicht aus E-Mails. Solange etwas
in der Zeile falsch ist, zeigt das Fenster, was die Wörter davor finden; `closeoutctl` weist die ganze Zeile zurück.</translation>
    </message>
    <message>
        <source>## Words

| you write | it finds |
|---|---|
| `payment` | what holds this text anywhere: ids, types, customer, contact key, media, application, resource, disposition, attached data. Capital and small letters are the same. |
| `bill payment` | what holds both, wherever |
| `&quot;bill payment&quot;` | what holds exactly that; `\&quot;` is a quote and `\\` a backslash in it |
| `/bill(ing)?$/` | what the regular expression (of Perl) finds a part of; `\/` is a slash in it |

Attached data are searched as JSON, with keys and braces, but without escapes.</source>
        <translation>## Wörter

| Sie schreiben | es findet |
|---|---|
| `payment` | was diesen Text irgendwo enthält: IDs, Typen, Kunde, Kontaktschlüssel, Medium, Anwendung, Ressource, Ergebnis, angehängte Daten. Groß- und Kleinbuchstaben sind gleich. |
| `bill payment` | was beide enthält, gleich wo |
| `&quot;bill payment&quot;` | was genau das enthält; `\&quot;` ist darin ein Anführungszeichen und `\\` ein Rückstrich |
| `/bill(ing)?$/` | wovon der reguläre Ausdruck (von Perl) einen Teil findet; `\/` ist darin ein Schrägstrich |

Angehängte Daten werden als JSON durchsucht, mit Schlüsseln und Klammern, aber ohne Escapezeichen.</translation>
    </message>
    <message>
        <source>## Fields

| you write | it finds |
|---|---|
| `type:&quot;Bill Payment&quot;` | that value and no other, whatever the case of letters |
| `type:bill*` | `*` stands for any text, `?` for one character; `\*` and `\?` are those characters, in quotes as well |
| `type:a,b,&quot;c d&quot;` | any of these values |
| `type:/^bill/` | values that the regular expression finds a part of |
| `type:&quot;&quot;` | where it is not said |
| `type:*` | where it is said |
| `type!=a` | everything that `type:a` does not find, also where it is not said |

`=` is the same as `:`, but in attached data. Blanks may stand around every comparison, but not around the colon.

%1</source>
        <translation>## Felder

| Sie schreiben | es findet |
|---|---|
| `type:&quot;Bill Payment&quot;` | diesen Wert und keinen anderen, gleich ob groß oder klein geschrieben |
| `type:bill*` | `*` steht für beliebigen Text, `?` für ein Zeichen; `\*` und `\?` sind diese Zeichen selbst, auch in Anführungszeichen |
| `type:a,b,&quot;c d&quot;` | einen dieser Werte |
| `type:/^bill/` | Werte, von denen der reguläre Ausdruck einen Teil findet |
| `type:&quot;&quot;` | wo nichts gesagt ist |
| `type:*` | wo etwas gesagt ist |
| `type!=a` | alles, was `type:a` nicht findet, auch wo nichts gesagt ist |

`=` ist dasselbe wie `:`, außer in angehängten Daten. Um jeden Vergleich dürfen Leerzeichen stehen, nicht aber um den Doppelpunkt.

%1</translation>
    </message>
    <message>
        <source>## Attached data

| you write | it finds |
|---|---|
| `data:payment` | what holds that text anywhere in the attached data |
| `data:*` | what has any |
| `data.Feedback:*` | what has that key |
| `data.Feedback.rating&lt;5` | by the value there. Two numbers are compared exactly, however long they are, also if they are spelled as texts; anything else as text. |
| `data.Feedback.rating=7` | the same number, however it is spelled: `7.0` as well |
| `data.Feedback.notes:nice*` | by its text, as it is spelled |
| `data.Feedback.notes:&quot;&quot;` | where it is not there, or an empty text |
| `data.Satisfaction.0.place:*` | the first element of a list |
| `data.&quot;e.mail&quot;.x:*` | a key that holds a point or a blank |

Keys are told apart by the case of their letters. Of equal keys the last counts.</source>
        <translation>## Angehängte Daten

| Sie schreiben | es findet |
|---|---|
| `data:payment` | was diesen Text irgendwo in den angehängten Daten enthält |
| `data:*` | was welche hat |
| `data.Feedback:*` | was diesen Schlüssel hat |
| `data.Feedback.rating&lt;5` | nach dem Wert dort. Zwei Zahlen werden genau verglichen, gleich wie lang sie sind, auch wenn sie als Text geschrieben sind; alles andere als Text. |
| `data.Feedback.rating=7` | dieselbe Zahl, gleich wie sie geschrieben ist: auch `7.0` |
| `data.Feedback.notes:nice*` | nach seinem Text, wie er geschrieben ist |
| `data.Feedback.notes:&quot;&quot;` | wo es fehlt oder ein leerer Text ist |
| `data.Satisfaction.0.place:*` | das erste Element einer Liste |
| `data.&quot;e.mail&quot;.x:*` | einen Schlüssel mit einem Punkt oder Leerzeichen |

Schlüssel unterscheiden sich auch durch Groß- und Kleinbuchstaben. Von gleichen Schlüsseln zählt der letzte.</translation>
    </message>
    <message>
        <source>## Status and rules

`is:active`, `is:completed` and `is:vanished` ask for the status; vanished is what is no longer where it was found.

`stuck:yes` finds what any of the rules of the environment calls stuck, `stuck:no` the others, and `stuck:&quot;left behind&quot;`
what that rule does. A rule is a filter with a name. These are there from the start:

%1</source>
        <translation>## Status und Regeln

`is:active`, `is:completed` und `is:vanished` fragen nach dem Status; vanished ist, was nicht mehr da ist, wo es gefunden wurde.

`stuck:yes` findet, was eine der Regeln der Umgebung hängend nennt, `stuck:no` die anderen, und `stuck:&quot;left behind&quot;`,
was diese Regel so nennt. Eine Regel ist ein Filter mit einem Namen. Diese gibt es von Anfang an:

%1</translation>
    </message>
    <message>
        <source>## Together

| you write | it finds |
|---|---|
| `a b`, `a AND b` | both |
| `a OR b` | at least one |
| `-a`, `NOT a` | the others |
| `(a OR b) c` | parentheses bind first, then NOT, AND, OR |

`and`, `or` and `not` may be written small; in quotes they are words to search for.

A regular expression that takes too long on a text does not find it, and it is told that this happened.</source>
        <translation>## Zusammen

| Sie schreiben | es findet |
|---|---|
| `a b`, `a AND b` | beides |
| `a OR b` | mindestens eines |
| `-a`, `NOT a` | die anderen |
| `(a OR b) c` | Klammern binden zuerst, dann NOT, AND, OR |

`and`, `or` und `not` dürfen klein geschrieben werden; in Anführungszeichen sind sie Wörter, nach denen gesucht wird.

Ein regulärer Ausdruck, der bei einem Text zu lange braucht, findet ihn nicht, und das wird gesagt.</translation>
    </message>
    <message>
        <source>The certificate of %1 was issued for another host: %2. Use a name that is in the certificate.</source>
        <translation>Das Zertifikat von %1 wurde für einen anderen Host ausgestellt: %2. Verwenden Sie einen Namen, der im Zertifikat steht.</translation>
    </message>
    <message>
        <source>The certificate of %1 is not signed by an authority in the CA file %2, nor by one that this system trusts. Ask whoever runs the server for the certificate of its authority.</source>
        <translation>Das Zertifikat von %1 ist weder von einer Zertifizierungsstelle aus der CA-Datei %2 signiert noch von einer, der dieses System vertraut. Fragen Sie den Betreiber des Servers nach dem Zertifikat seiner Zertifizierungsstelle.</translation>
    </message>
    <message>
        <source>Nested too deeply for Closeout: line %1, column %2 is deeper than %3 levels.</source>
        <translation>Für Closeout zu tief verschachtelt: Zeile %1, Spalte %2 liegt tiefer als %3 Ebenen.</translation>
    </message>
    <message>
        <source>There was no answer.</source>
        <translation>Es kam keine Antwort.</translation>
    </message>
    <message>
        <source>The answer ended after %1 of %2 bytes.</source>
        <translation>Die Antwort endete nach %1 von %2 Bytes.</translation>
    </message>
    <message>
        <source>The answer broke off.</source>
        <translation>Die Antwort brach ab.</translation>
    </message>
    <message>
        <source>More came than one answer.</source>
        <translation>Es kam mehr als eine Antwort.</translation>
    </message>
    <message>
        <source>The head of the answer does not end.</source>
        <translation>Der Kopf der Antwort hört nicht auf.</translation>
    </message>
    <message>
        <source>What came is no HTTP.</source>
        <translation>Was kam, ist kein HTTP.</translation>
    </message>
    <message>
        <source>The first line is not that of an answer.</source>
        <translation>Die erste Zeile ist nicht die einer Antwort.</translation>
    </message>
    <message>
        <source>One of the headers of the answer is none.</source>
        <translation>Einer der Header der Antwort ist keiner.</translation>
    </message>
    <message>
        <source>The answer says in two ways how long it is.</source>
        <translation>Die Antwort sagt auf zweierlei Weise, wie lang sie ist.</translation>
    </message>
    <message>
        <source>The answer is encoded in a way that was not asked for.</source>
        <translation>Die Antwort ist auf eine Weise kodiert, die nicht verlangt war.</translation>
    </message>
    <message>
        <source>The answer does not say clearly how long it is.</source>
        <translation>Die Antwort sagt nicht eindeutig, wie lang sie ist.</translation>
    </message>
    <message>
        <source>A chunk of the answer is broken.</source>
        <translation>Ein Teilstück (Chunk) der Antwort ist fehlerhaft.</translation>
    </message>
    <message>
        <source>%1: the answer was not whole after %2 seconds; it came too slowly and was not waited for any longer.</source>
        <translation>%1: Die Antwort war nach %2 Sekunden nicht vollständig; sie kam zu langsam, und es wurde nicht länger auf sie gewartet.</translation>
    </message>
    <message>
        <source>“%1” does not begin a header. Write it as “Name: value”, for instance “ContactCenterId: 1”.</source>
        <translation>Mit „%1“ beginnt kein Header. Schreiben Sie ihn als „Name: Wert“, zum Beispiel „ContactCenterId: 1“.</translation>
    </message>
    <message>
        <source>%1: answered that it is not there, although it was read just before. A proxy that sends again by itself can be the reason.</source>
        <translation>%1: Die Antwort sagt, dass es ihn nicht gibt, obwohl er gerade noch gelesen wurde. Ein Proxy, der von sich aus noch einmal sendet, kann der Grund sein.</translation>
    </message>
    <message>
        <source>%1: answered with status %2 and %3, which does not say surely that it was done.</source>
        <translation>%1: beantwortet mit Status %2 und %3; das sagt nicht sicher, dass es getan wurde.</translation>
    </message>
    <message>
        <source>The proxy %1 cannot be reached: nothing listens there. Check http_proxy, https_proxy and no_proxy, or this system&apos;s settings.</source>
        <translation>Der Proxy %1 ist nicht erreichbar: Dort horcht nichts. Prüfen Sie http_proxy, https_proxy und no_proxy oder die Einstellungen dieses Systems.</translation>
    </message>
    <message>
        <source>There is no proxy named “%1”. Check http_proxy, https_proxy and no_proxy, or this system&apos;s settings.</source>
        <translation>Es gibt keinen Proxy namens „%1“. Prüfen Sie http_proxy, https_proxy und no_proxy oder die Einstellungen dieses Systems.</translation>
    </message>
    <message>
        <source>The proxy %1 wants a user name and a password (status 407). Give them in http_proxy or https_proxy, as in http://user:password@%1.</source>
        <translation>Der Proxy %1 verlangt Benutzernamen und Passwort (Status 407). Geben Sie sie in http_proxy oder https_proxy an, wie in http://user:password@%1.</translation>
    </message>
    <message>
        <source>The proxy %1 does not accept the user name and password that are in http_proxy or https_proxy (status 407).</source>
        <translation>Der Proxy %1 akzeptiert Benutzernamen und Passwort aus http_proxy oder https_proxy nicht (Status 407).</translation>
    </message>
    <message>
        <source>The proxy %1 does not lead to %2. Check http_proxy, https_proxy and no_proxy, or ask whoever runs the proxy.</source>
        <translation>Der Proxy %1 führt nicht zu %2. Prüfen Sie http_proxy, https_proxy und no_proxy, oder fragen Sie, wer den Proxy betreibt.</translation>
    </message>
    <message>
        <source>%1: there was an answer before anything was asked, so nothing was sent. Check host and port, and for a proxy in between.</source>
        <translation>%1: Es kam eine Antwort, bevor etwas gefragt war, also wurde nichts gesendet. Prüfen Sie Host und Port und ob ein Proxy dazwischen steht.</translation>
    </message>
    <message>
        <source>%1: the answer cannot be relied on. %2</source>
        <translation>%1: Auf die Antwort ist kein Verlass. %2</translation>
    </message>
    <message>
        <source>%1: the answer came before the request had left, so it cannot be the answer to it.</source>
        <translation>%1: Die Antwort kam, bevor die Anfrage unterwegs war; sie kann also nicht die Antwort darauf sein.</translation>
    </message>
    <message>
        <source>Servers of the dialect %1 do not know the field “%2”. Leave it out.</source>
        <translation>Server des Dialekts %1 kennen das Feld „%2“ nicht. Lassen Sie es weg.</translation>
    </message>
    <message>
        <source>The server refuses to show attached data, states and tasks of the %1, so it is unknown which attached data the end may replace, and what is still open in it.</source>
        <translation>Der Server weigert sich, angehängte Daten, Zustände und Aufgaben zu zeigen (%1). Es ist also unbekannt, welche angehängten Daten der Abschluss ersetzen kann und was darin noch offen ist.</translation>
    </message>
    <message>
        <source>The server shows no attached data of the %1. An 8.1 server may have some all the same, so it is unknown whether the end replaces any.</source>
        <translation>Der Server zeigt keine angehängten Daten (%1). Ein 8.1-Server kann trotzdem welche haben; es ist also unbekannt, ob der Abschluss welche ersetzt.</translation>
    </message>
    <message>
        <source>It is under way: wait for what comes of it.</source>
        <translation>Er läuft noch: Warten Sie ab, was daraus wird.</translation>
    </message>
    <message>
        <source>Its outcome is known.</source>
        <translation>Sein Ausgang ist bekannt.</translation>
    </message>
    <message>
        <source>It could not be recorded: another program holds the journal and does not let go of it.</source>
        <translation>Es konnte nicht aufgezeichnet werden: Ein anderes Programm hält das Journal und gibt es nicht frei.</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>%1 auf %2</translation>
    </message>
    <message>
        <source>Nothing was sent. The %1 is being ended at this moment by %2 (process %3), since %4. Wait for what comes of it.</source>
        <translation>Es wurde nichts gesendet. Das Ziel %1 wird gerade von %2 abgeschlossen (Prozess %3), seit %4. Warten Sie ab, was daraus wird.</translation>
    </message>
    <message>
        <source>Nothing was sent. An earlier end of the %1, of %2 by %3, had no answer: it may be what completed it. Look again later.</source>
        <translation>Es wurde nichts gesendet. Ein früherer Abschluss (%1, am %2 von %3) blieb ohne Antwort: Er kann es sein, der ihn abgeschlossen hat. Sehen Sie später noch einmal nach.</translation>
    </message>
    <message>
        <source>Nothing was sent. An earlier end of the %1, of %2 by %3, had no answer: it may have been done, although it is shown open. Look again later.</source>
        <translation>Es wurde nichts gesendet. Ein früherer Abschluss (%1, am %2 von %3) blieb ohne Antwort: Er kann erfolgt sein, obwohl noch „offen“ gezeigt wird. Sehen Sie später noch einmal nach.</translation>
    </message>
    <message>
        <source>Nothing was sent. The %1 was completed at %2 by %3 (entry %4 of the journal), and is still shown open, which may be an old answer. Look again later.</source>
        <translation>Es wurde nichts gesendet. Abgeschlossen wurde schon (%1, am %2 von %3, Eintrag %4 des Journals); noch „offen“ gezeigt zu werden, kann eine alte Antwort sein. Sehen Sie später noch einmal nach.</translation>
    </message>
    <message>
        <source>Nothing was sent. Another program holds the journal and does not let go of it. Close that program, then try again.</source>
        <translation>Es wurde nichts gesendet. Ein anderes Programm hält das Journal und gibt es nicht frei. Schließen Sie dieses Programm und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Stopped. Nothing was sent.</source>
        <translation>Angehalten. Es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>Stopped before the end left. Nothing was sent.</source>
        <translation>Angehalten, bevor der Abschluss unterwegs war. Es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>Stopped while the end was under way: nobody can say whether the %1 was ended. Read it again before it is sent once more; the journal has it as unknown.</source>
        <translation>Angehalten, während der Abschluss unterwegs war: Niemand kann sagen, ob er erfolgt ist (%1). Lesen Sie erneut, bevor noch einmal gesendet wird; im Journal steht er als unbekannt.</translation>
    </message>
    <message>
        <source>Another program holds the journal and does not let go of it.</source>
        <translation>Ein anderes Programm hält das Journal und gibt es nicht frei.</translation>
    </message>
    <message>
        <source>%1 The outcome is kept beside it and is entered when it is opened again.</source>
        <translation>%1 Der Ausgang wird daneben aufbewahrt und eingetragen, wenn es wieder geöffnet wird.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>the server wants to be signed in to with %1, and Closeout signs in with Basic only. Where you have a token, give it as a header “Authorization”</source>
        <translation>der Server verlangt eine Anmeldung mit %1, und Closeout meldet sich nur mit Basic an. Wenn Sie ein Token haben, geben Sie es als Header „Authorization“ an</translation>
    </message>
    <message>
        <source>A user and a header “Authorization” are two ways to sign in. Give one of them.</source>
        <translation>Ein Benutzer und ein Header „Authorization“ sind zwei Arten der Anmeldung. Geben Sie eine davon an.</translation>
    </message>
    <message>
        <source>“%1” stands twice.</source>
        <translation>„%1“ steht zweimal da.</translation>
    </message>
    <message>
        <source>“open_states” must be “tell” or “ignore”.</source>
        <translation>„open_states“ muss „tell“ oder „ignore“ sein.</translation>
    </message>
    <message>
        <source>%1 is not used: another of that name is not usable.</source>
        <translation>%1 wird nicht benutzt: Eine andere dieses Namens ist nicht brauchbar.</translation>
    </message>
    <message>
        <source>%1: “safety” stands twice; the stricter level, %2, holds.</source>
        <translation>%1: „safety“ steht zweimal da; es gilt die strengere Stufe, %2.</translation>
    </message>
    <message>
        <source>%1 stands there twice; the first is used, with the stricter safety level, %2.</source>
        <translation>%1 steht zweimal da; benutzt wird die erste, mit der strengeren Sicherheitsstufe, %2.</translation>
    </message>
    <message>
        <source>The environment “%1” is not usable: %2 Mend it first.</source>
        <translation>Die Umgebung „%1“ ist nicht brauchbar: %2 Berichtigen Sie sie zuerst.</translation>
    </message>
    <message>
        <source>%1 names a folder in bytes that are not UTF-8. Say with --config-dir where environments and journal are.</source>
        <translation>%1 nennt einen Ordner in Bytes, die kein UTF-8 sind. Sagen Sie mit --config-dir, wo Umgebungen und Journal sind.</translation>
    </message>
    <message>
        <source>%1 is “%2”, which is another folder wherever the program is started. Give a whole path, or say with --config-dir where environments and journal are.</source>
        <translation>%1 ist „%2“, und das ist je nach Startort ein anderer Ordner. Geben Sie einen vollständigen Pfad an, oder sagen Sie mit --config-dir, wo Umgebungen und Journal sind.</translation>
    </message>
    <message>
        <source>There is no home folder: HOME is not set. Say with --config-dir where environments and journal are.</source>
        <translation>Es gibt kein Benutzerverzeichnis: HOME ist nicht gesetzt. Sagen Sie mit --config-dir, wo Umgebungen und Journal sind.</translation>
    </message>
    <message>
        <source>%1 cannot be written: it is no file.</source>
        <translation>%1 kann nicht geschrieben werden: Es ist keine Datei.</translation>
    </message>
    <message>
        <source>it is no file</source>
        <translation>es ist keine Datei</translation>
    </message>
    <message>
        <source>it is too large</source>
        <translation>sie ist zu groß</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made: %2.</source>
        <translation>Der Ordner %1 kann nicht angelegt werden: %2.</translation>
    </message>
    <message>
        <source>%1 is being changed by another program, which does not come to an end. Nothing was changed; try again.</source>
        <translation>%1 wird gerade von einem anderen Programm geändert, das nicht zum Ende kommt. Es wurde nichts geändert; versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>“%1” stands twice, the second time in line %2.</source>
        <translation>„%1“ steht zweimal da, das zweite Mal in Zeile %2.</translation>
    </message>
    <message>
        <source>since midnight</source>
        <translation>seit Mitternacht</translation>
    </message>
    <message>
        <source>the day before</source>
        <translation>am Tag davor</translation>
    </message>
    <message>
        <source>“%1” is no unit of time, and “%2” has none. Write %2s if you mean seconds.</source>
        <translation>„%1“ ist keine Zeiteinheit, und „%2“ hat keine. Schreiben Sie %2s, wenn Sie Sekunden meinen.</translation>
    </message>
    <message>
        <source>## Numbers, durations, moments

`=`, `!=`, `&lt;`, `&lt;=`, `&gt;` and `&gt;=` compare. What is not said is neither less nor more than anything.

| you write | it finds |
|---|---|
| `tasks&gt;=2` | services with two active tasks or more |
| `age&gt;4h`, `idle&gt;=2d`, `expected&lt;1h30m` | durations, made of %1; without a unit, seconds |
| `age &gt; 4 h`, `overdue&gt;2 days`, `idle&gt;3 d 4 h` | the same with blanks, or the unit in words |
| `age=3d` | from three days to less than four |
| `overdue&gt;0` | what takes longer than was expected; `overdue&gt;-1h` also what will within the hour |
| `started&lt;2026-11-01` | moments before that day |
| `started:2026-11-01` | on that day |
| `started:today`, `last&lt;yesterday`, `started&gt;=friday` | days by their names; of a weekday the last one, today included, and of `expires` the next one |
| `started&lt;27.11.2026` | days as your language writes them in numbers |
| `started&gt;=2026-11-01 10:42` | with a time of day |
| `started&gt;=2026-11-01T10:42Z`, `started&gt;=2026-11-01T10:42+01:00` | in UTC, or with an offset |
| `started&gt;-2d`, `expires&lt;+1h`, `started&lt;now` | moments so far before or after now |

Days and times of day are those of your time zone, in which moments are shown as well; the tool tip of a column and the
heading of a table of `closeoutctl` name it.

Durations are those of active services and tasks: for the others they are not said. What is not overdue yet is less than 0
here, and an empty cell in lists and exports.</source>
        <translation>## Zahlen, Dauern, Zeitpunkte

`=`, `!=`, `&lt;`, `&lt;=`, `&gt;` und `&gt;=` vergleichen. Was nicht gesagt ist, ist weder kleiner noch größer als etwas.

| Sie schreiben | es findet |
|---|---|
| `tasks&gt;=2` | Services mit zwei aktiven Aufgaben oder mehr |
| `age&gt;4h`, `idle&gt;=2d`, `expected&lt;1h30m` | Dauern aus %1; ohne Einheit Sekunden |
| `age &gt; 4 h`, `overdue&gt;2 days`, `idle&gt;3 d 4 h` | dasselbe mit Leerzeichen oder mit der Einheit in Worten |
| `age=3d` | von drei Tagen bis unter vier |
| `overdue&gt;0` | was länger dauert als erwartet; `overdue&gt;-1h` auch, was es innerhalb einer Stunde wird |
| `started&lt;2026-11-01` | Zeitpunkte vor diesem Tag |
| `started:2026-11-01` | an diesem Tag |
| `started:today`, `last&lt;yesterday`, `started&gt;=friday` | Tage mit Namen; von einem Wochentag der letzte, heute mitgezählt, bei `expires` der nächste |
| `started&lt;27.11.2026` | Tage, wie Ihre Sprache sie in Zahlen schreibt |
| `started&gt;=2026-11-01 10:42` | mit einer Uhrzeit |
| `started&gt;=2026-11-01T10:42Z`, `started&gt;=2026-11-01T10:42+01:00` | in UTC oder mit einem Abstand |
| `started&gt;-2d`, `expires&lt;+1h`, `started&lt;now` | Zeitpunkte so lange vor oder nach jetzt |

Tage und Uhrzeiten sind die Ihrer Zeitzone, in der auch Zeitpunkte gezeigt werden; der Tooltip einer Spalte und der Kopf
einer Tabelle von `closeoutctl` nennen sie.

Dauern sind die von aktiven Services und Aufgaben; für die anderen sind sie nicht gesagt. Was noch nicht überfällig ist, ist hier
kleiner als 0 und in Listen und Exporten eine leere Zelle.</translation>
    </message>
    <message>
        <source>Line %1: “%2” is taken for “%3”.</source>
        <translation>Zeile %1: „%2“ wird als „%3“ gelesen.</translation>
    </message>
    <message>
        <source>second</source>
        <translation>Sekunde</translation>
    </message>
    <message>
        <source>minute</source>
        <translation>Minute</translation>
    </message>
    <message>
        <source>hour</source>
        <translation>Stunde</translation>
    </message>
    <message>
        <source>day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>week</source>
        <translation>Woche</translation>
    </message>
    <message>
        <source>“%1” is no unit of time. There are ms, s, m or min, h, d and w, also in words.</source>
        <translation>„%1“ ist keine Zeiteinheit. Es gibt ms, s, m oder min, h, d und w, auch in Worten.</translation>
    </message>
    <message>
        <source>“%1” is no moment. Write a day, 2026-11-01, today or friday, perhaps a time of day behind it, 2026-11-01T10:42, or how far from now, -2d.</source>
        <translation>„%1“ ist kein Zeitpunkt. Schreiben Sie einen Tag, 2026-11-01, heute oder freitag, vielleicht mit einer Uhrzeit dahinter, 2026-11-01T10:42, oder wie weit von jetzt, -2d.</translation>
    </message>
    <message>
        <source>today</source>
        <translation>heute</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>gestern</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>morgen</translation>
    </message>
    <message>
        <source>%1 cannot be read: it is not there.</source>
        <translation>%1 kann nicht gelesen werden: Es ist nicht da.</translation>
    </message>
    <message>
        <source>The journal %1 is damaged: what it holds about the %2 contradicts itself. Put the file aside, and look at the server before anything is sent again.</source>
        <translation>Das Journal %1 ist beschädigt: Was darin über ein Ziel steht (%2), widerspricht sich. Legen Sie die Datei beiseite, und sehen Sie auf dem Server nach, bevor wieder etwas gesendet wird.</translation>
    </message>
    <message>
        <source>The journal %1 cannot be read: %2. Until it can, nobody knows what was sent.</source>
        <translation>Das Journal %1 kann nicht gelesen werden: %2. Bis dahin weiß niemand, was gesendet wurde.</translation>
    </message>
    <message>
        <source>it is a link that leads nowhere</source>
        <translation>es ist ein Link, der nirgendwohin führt</translation>
    </message>
    <message>
        <source>The journal %1 is damaged: its entry %2 is not what was written. Put the file aside, and look at the server before anything is sent again.</source>
        <translation>Das Journal %1 ist beschädigt: Sein Eintrag %2 ist nicht, was geschrieben wurde. Legen Sie die Datei beiseite, und sehen Sie auf dem Server nach, bevor wieder etwas gesendet wird.</translation>
    </message>
    <message>
        <source>%1 is the data base of another program, or damaged, and no journal of Closeout. It was left untouched; move it away.</source>
        <translation>%1 ist die Datenbank eines anderen Programms oder beschädigt und kein Journal von Closeout. Sie wurde nicht angerührt; legen Sie sie woandershin.</translation>
    </message>
    <message>
        <source>The journal %1 is in use by another program that does not let go of it. Close that program, then try again.</source>
        <translation>Das Journal %1 ist in Gebrauch durch ein anderes Programm, das es nicht freigibt. Schließen Sie dieses Programm und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The JSON text holds more than %1 values, which is more than Closeout reads.</source>
        <translation>Der JSON-Text enthält mehr als %1 Werte; so viele liest Closeout nicht.</translation>
    </message>
    <message>
        <source>There is no extension named “*”. Give the names of extensions.</source>
        <translation>Es gibt keine Erweiterung namens „*“. Geben Sie die Namen von Erweiterungen an.</translation>
    </message>
    <message>
        <source>This sandbox answers no page of another host: Host and Origin must be its own.</source>
        <translation>Diese Sandbox antwortet keiner Seite eines anderen Hosts: Host und Origin müssen ihre eigenen sein.</translation>
    </message>
    <message>
        <source>The body is not declared as JSON. Its Content-Type must be application/json.</source>
        <translation>Der Body ist nicht als JSON deklariert. Sein Content-Type muss application/json sein.</translation>
    </message>
    <message>
        <source>The draft for the %1 could not be kept, and is lost when Closeout is closed. %2</source>
        <translation>Der Entwurf (%1) konnte nicht gesichert werden und ist verloren, wenn Closeout geschlossen wird. %2</translation>
    </message>
    <message>
        <source>The draft that was kept for the %1 cannot be taken up. %2</source>
        <translation>Der gesicherte Entwurf (%1) kann nicht wieder aufgenommen werden. %2</translation>
    </message>
    <message>
        <source>state %1/%2</source>
        <translation>Zustand %1/%2</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <extracomment>some names of a list; stands in a sentence</extracomment>
        <translation>
            <numerusform>%1 und %n weitere</numerusform>
            <numerusform>%1 und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>The sandbox is steered from its own machine only.</source>
        <translation>Die Sandbox lässt sich nur von ihrem eigenen Rechner aus steuern.</translation>
    </message>
    <message>
        <source>There is nothing to steer the sandbox with at %1.</source>
        <translation>Unter %1 gibt es nichts, womit sich die Sandbox steuern ließe.</translation>
    </message>
    <message>
        <source>The clock takes an object with “forward”, a whole number of seconds, and nothing else.</source>
        <translation>Die Uhr nimmt ein Objekt mit „forward“, einer ganzen Zahl von Sekunden, und sonst nichts.</translation>
    </message>
    <message>
        <source>The member “%1” of a fault is missing, unknown, out of place or has a value that it cannot have.</source>
        <translation>Der Eintrag „%1“ einer Störung fehlt, ist unbekannt, steht am falschen Ort oder hat einen Wert, den er nicht haben kann.</translation>
    </message>
    <message>
        <source>The faults must be an object with “faults”, an array, and perhaps “seed”, a whole number, and nothing else.</source>
        <translation>Die Störungen müssen ein Objekt mit „faults“, einem Array, und vielleicht „seed“, einer ganzen Zahl, sein und sonst nichts enthalten.</translation>
    </message>
    <message>
        <source>A fault of the sandbox was asked for.</source>
        <translation>Eine Störung der Sandbox wurde verlangt.</translation>
    </message>
    <message>
        <source>The clock can be set forward only, and by a century at most.</source>
        <translation>Die Uhr lässt sich nur vorstellen, und höchstens um ein Jahrhundert.</translation>
    </message>
    <message>
        <source>The JSON text is %1 bytes long; the limit is 2 GiB.</source>
        <translation>Der JSON-Text ist %1 Bytes lang; die Grenze liegt bei 2 GiB.</translation>
    </message>
    <message>
        <source>A value cannot be moved into itself.</source>
        <translation>Ein Wert lässt sich nicht in sich selbst verschieben.</translation>
    </message>
    <message>
        <source>What was kept to be undone cannot be taken up.</source>
        <translation>Was zum Rückgängigmachen gesichert war, kann nicht übernommen werden.</translation>
    </message>
    <message>
        <source>Somebody else has found out meanwhile what came of it. Look at the journal.</source>
        <translation>Inzwischen hat jemand anders herausgefunden, was daraus wurde. Sehen Sie im Journal nach.</translation>
    </message>
    <message>
        <source>There can be %1 faults at most.</source>
        <translation>Es kann höchstens %1 Störungen geben.</translation>
    </message>
</context>
<context>
    <name>CompletionActions</name>
    <message>
        <source>&amp;Complete</source>
        <translation>A&amp;bschließen</translation>
    </message>
    <message>
        <source>Sends the end event.</source>
        <translation>Sendet das Abschlussereignis.</translation>
    </message>
    <message>
        <source>&amp;Discard Draft</source>
        <translation>Entwurf &amp;verwerfen</translation>
    </message>
    <message>
        <source>Takes back everything that was filled in.</source>
        <translation>Nimmt alle Eingaben zurück.</translation>
    </message>
    <message>
        <source>Put Back</source>
        <translation>Zurückholen</translation>
    </message>
    <message>
        <source>P&amp;in Disposition and Description</source>
        <translation>Ergebnis und Beschreibung an&amp;heften</translation>
    </message>
    <message>
        <source>Fills them in again in the next form, until Closeout is closed.</source>
        <translation>Füllt sie im nächsten Formular wieder aus, bis Closeout geschlossen wird.</translation>
    </message>
    <message>
        <source>Send Lost Attached &amp;Data Again</source>
        <translation>Verlorene Daten &amp;mitsenden</translation>
    </message>
    <message>
        <source>Adds the attached data that would be lost to those that are sent.</source>
        <translation>Sendet auch die angehängten Daten mit, die sonst verloren gingen.</translation>
    </message>
    <message>
        <source>Send Them Again</source>
        <translation>Mitsenden</translation>
    </message>
    <message>
        <source>Send Duplicate &amp;Keys</source>
        <translation>Doppelte &amp;Schlüssel senden</translation>
    </message>
    <message>
        <source>Sends attached data in which a key stands twice.</source>
        <translation>Sendet angehängte Daten, in denen ein Schlüssel doppelt steht.</translation>
    </message>
    <message>
        <source>Show Du&amp;plicate Key</source>
        <translation>Do&amp;ppelten Schlüssel zeigen</translation>
    </message>
    <message>
        <source>Goes to the key in the tree that stands twice.</source>
        <translation>Geht im Baum zu dem Schlüssel, der zweimal dasteht.</translation>
    </message>
    <message>
        <source>Complete Once &amp;More</source>
        <translation>&amp;Erneut abschließen</translation>
    </message>
    <message>
        <source>Completes what is completed already.</source>
        <translation>Schließt noch einmal ab, was schon abgeschlossen ist.</translation>
    </message>
    <message>
        <source>Stop If &amp;Nothing Has Left</source>
        <translation>&amp;Aufhalten, falls möglich</translation>
    </message>
    <message>
        <source>Sends nothing, unless it is under way already.</source>
        <translation>Sendet nichts, außer es ist schon unterwegs.</translation>
    </message>
    <message>
        <source>&amp;More Fields</source>
        <translation>&amp;Weitere Felder</translation>
    </message>
    <message>
        <source>Shows or hides the fields that are rarely wanted.</source>
        <translation>Zeigt oder verbirgt die selten gebrauchten Felder.</translation>
    </message>
    <message>
        <source>&amp;Tree of Attached Data</source>
        <translation>Ba&amp;um der angehängten Daten</translation>
    </message>
    <message>
        <source>&amp;Changes of Attached Data</source>
        <translation>Ä&amp;nderungen an angehängten Daten</translation>
    </message>
    <message>
        <source>&amp;Preview of the Request</source>
        <translation>V&amp;orschau der Anfrage</translation>
    </message>
    <message>
        <source>Copy &amp;Body</source>
        <translation>Bod&amp;y kopieren</translation>
    </message>
    <message>
        <source>The end event as it would be sent.</source>
        <translation>Das Abschlussereignis, wie es gesendet würde.</translation>
    </message>
    <message>
        <source>Copy Preview as c&amp;url</source>
        <translation>Vorschau als &amp;curl kopieren</translation>
    </message>
    <message>
        <source>A command line; secrets are masked.</source>
        <translation>Eine Befehlszeile; Geheimes ist maskiert.</translation>
    </message>
    <message>
        <source>N&amp;ext in List</source>
        <translation>Nä&amp;chster der Liste</translation>
    </message>
    <message>
        <source>Opens the next service or task that is shown in the list.</source>
        <translation>Öffnet den nächsten Service oder die nächste Aufgabe, die in der Liste zu sehen ist.</translation>
    </message>
    <message>
        <source>&amp;Back to the Form</source>
        <translation>&amp;Zurück zum Formular</translation>
    </message>
    <message>
        <source>What was typed is there.</source>
        <translation>Ihre Eingaben sind noch da.</translation>
    </message>
    <message>
        <source>&amp;Hide the Outcome</source>
        <translation>Aus&amp;gang ausblenden</translation>
    </message>
    <message>
        <source>What was sent stays in the journal.</source>
        <translation>Was gesendet wurde, bleibt im Journal.</translation>
    </message>
    <message>
        <source>&amp;Read Again</source>
        <translation>Neu &amp;laden</translation>
    </message>
    <message>
        <source>Asks the server how it is now.</source>
        <translation>Fragt den Server nach dem jetzigen Stand.</translation>
    </message>
    <message>
        <source>Show in &amp;Journal</source>
        <translation>&amp;Im Journal zeigen</translation>
    </message>
    <message>
        <source>What was sent and answered, byte for byte.</source>
        <translation>Was gesendet und geantwortet wurde, Byte für Byte.</translation>
    </message>
    <message>
        <source>Go On with the &amp;Service</source>
        <translation>Mit dem &amp;Service weitermachen</translation>
    </message>
    <message>
        <source>Opens the form that completes the service of the task.</source>
        <translation>Öffnet das Formular, das den Service der Aufgabe abschließt.</translation>
    </message>
</context>
<context>
    <name>JournalEntry</name>
    <message>
        <source>Completed</source>
        <translation>Abgeschlossen</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Übersprungen</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Zurückgehalten</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>No outcome yet: it is still under way, or the program ended before it knew. Read the record again before you send it once more.</source>
        <translation>Noch kein Ausgang: Der Abschluss läuft noch, oder das Programm endete, bevor es ihn kannte. Laden Sie neu, bevor Sie noch einmal senden.</translation>
    </message>
    <message>
        <source>Check before sending</source>
        <translation>Prüfung vor dem Senden</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Read again to find out</source>
        <translation>Zur Klärung neu geladen</translation>
    </message>
    <message>
        <source>… cut here: it has %1 bytes, and all of them are in the journal.</source>
        <translation>… hier abgeschnitten: Es sind %1 Byte, und sie stehen alle im Journal.</translation>
    </message>
    <message>
        <source>%1, %2, %3 ms</source>
        <translation>%1, %2, %3 ms</translation>
    </message>
    <message>
        <source>This entry is damaged: it is not what was written. Look at the server before anything is sent again.</source>
        <translation>Dieser Eintrag ist beschädigt: Er ist nicht, was geschrieben wurde. Sehen Sie auf dem Server nach, bevor wieder etwas gesendet wird.</translation>
    </message>
    <message>
        <source>It is under way at this moment.</source>
        <translation>Er läuft in diesem Augenblick.</translation>
    </message>
</context>
<context>
    <name>PayloadActions</name>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Hinzufügen</translation>
    </message>
    <message>
        <source>Adds a row after this one. Its value can be a text, 7, true, null, { for an object or [ for an array.</source>
        <translation>Fügt nach dieser Zeile eine hinzu. Ihr Wert kann ein Text sein, 7, true, null, { für ein Objekt oder [ für eine Liste.</translation>
    </message>
    <message>
        <source>Add &amp;Inside</source>
        <translation>&amp;Innen hinzufügen</translation>
    </message>
    <message>
        <source>Adds a row inside this object or array.</source>
        <translation>Fügt in diesem Objekt oder dieser Liste eine Zeile hinzu.</translation>
    </message>
    <message>
        <source>&amp;Duplicate</source>
        <translation>&amp;Duplizieren</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>Wiederher&amp;stellen</translation>
    </message>
    <message>
        <source>&amp;Copy as JSON</source>
        <translation>Als &amp;JSON kopieren</translation>
    </message>
    <message>
        <source>Copies the value as it is spelled.</source>
        <translation>Kopiert den Wert, wie er geschrieben ist.</translation>
    </message>
    <message>
        <source>Copy &amp;Path</source>
        <translation>&amp;Pfad kopieren</translation>
    </message>
    <message>
        <source>Copies where this is as a JSON pointer.</source>
        <translation>Kopiert die Stelle als JSON-Pointer.</translation>
    </message>
    <message>
        <source>Pa&amp;ste JSON</source>
        <translation>JSON ein&amp;fügen</translation>
    </message>
    <message>
        <source>Change &amp;Type…</source>
        <translation>&amp;Typ ändern…</translation>
    </message>
    <message>
        <source>&amp;Long Text</source>
        <translation>&amp;Langer Text</translation>
    </message>
    <message>
        <source>Opens a string in an editor of several lines.</source>
        <translation>Öffnet einen Text in einem mehrzeiligen Editor.</translation>
    </message>
    <message>
        <source>E&amp;xpand All</source>
        <translation>&amp;Alles aufklappen</translation>
    </message>
    <message>
        <source>C&amp;ollapse All</source>
        <translation>Alles &amp;zuklappen</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>Mo&amp;ve Up</source>
        <translation>Nach &amp;oben</translation>
    </message>
    <message>
        <source>Move Do&amp;wn</source>
        <translation>Nach &amp;unten</translation>
    </message>
    <message>
        <source>Rename &amp;Key</source>
        <translation>Schlüssel umbe&amp;nennen</translation>
    </message>
    <message>
        <source>&amp;Edit Value</source>
        <translation>&amp;Wert bearbeiten</translation>
    </message>
    <message>
        <source>These data can only be looked at.</source>
        <translation>Diese Daten lassen sich nur ansehen.</translation>
    </message>
    <message>
        <source>Choose a row first.</source>
        <translation>Wählen Sie zuerst eine Zeile.</translation>
    </message>
    <message>
        <source>Only objects and arrays can hold values.</source>
        <translation>Nur Objekte und Listen können Werte enthalten.</translation>
    </message>
    <message>
        <source>This is the first already.</source>
        <translation>Das ist schon die erste Zeile.</translation>
    </message>
    <message>
        <source>This is the last already.</source>
        <translation>Das ist schon die letzte Zeile.</translation>
    </message>
    <message>
        <source>An element of an array has no key.</source>
        <translation>Ein Element einer Liste hat keinen Schlüssel.</translation>
    </message>
    <message>
        <source>Only a string can be a long text.</source>
        <translation>Nur ein Text kann als langer Text geöffnet werden.</translation>
    </message>
    <message>
        <source>Nothing to undo.</source>
        <translation>Es gibt nichts rückgängig zu machen.</translation>
    </message>
    <message>
        <source>Nothing to redo.</source>
        <translation>Es gibt nichts wiederherzustellen.</translation>
    </message>
    <message>
        <source>Replaces the value %1.</source>
        <translation>Ersetzt den Wert %1.</translation>
    </message>
    <message>
        <source>Adds to the top level.</source>
        <translation>Fügt auf der obersten Ebene hinzu.</translation>
    </message>
    <message>
        <source>Adds keys to the object %1.</source>
        <translation>Fügt dem Objekt %1 Schlüssel hinzu.</translation>
    </message>
    <message>
        <source>Adds an element to the array %1.</source>
        <translation>Fügt der Liste %1 ein Element hinzu.</translation>
    </message>
</context>
<context>
    <name>PayloadTypes</name>
    <message>
        <source>null</source>
        <translation>null</translation>
    </message>
    <message>
        <source>boolean</source>
        <translation>Wahrheitswert</translation>
    </message>
    <message>
        <source>number</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>string</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>array</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>object</source>
        <translation>Objekt</translation>
    </message>
</context>
<context>
    <name>Swatch</name>
    <message>
        <source>Red</source>
        <translation>Rot</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>Orange</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>Gelb</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Grün</translation>
    </message>
    <message>
        <source>Teal</source>
        <translation>Petrol</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Blau</translation>
    </message>
    <message>
        <source>Purple</source>
        <translation>Violett</translation>
    </message>
    <message>
        <source>Pink</source>
        <translation>Rosa</translation>
    </message>
</context>
<context>
    <name>Tr</name>
    <message>
        <source>%1 must be true or false, not “%2”.</source>
        <translation>%1 muss true oder false sein, nicht „%2“.</translation>
    </message>
</context>
<context>
    <name>closeout::ui::Action</name>
    <message>
        <source>Not now.</source>
        <translation>Jetzt nicht.</translation>
    </message>
</context>
<context>
    <name>closeout::ui::AgeChart</name>
    <message>
        <source>Ages</source>
        <translation>Alter</translation>
    </message>
    <message>
        <source>others</source>
        <translation>andere</translation>
    </message>
    <message>
        <source>without a type</source>
        <extracomment>%1: a service type, which may be a bare number</extracomment>
        <translation>ohne Typ</translation>
    </message>
    <message>
        <source>from %1: %2</source>
        <extracomment>a bar of the chart of ages: from what age on, and how many</extracomment>
        <translation>ab %1: %2</translation>
    </message>
    <message>
        <source>under %1: %2</source>
        <extracomment>a bar of the chart of ages: up to what age, and how many</extracomment>
        <translation>unter %1: %2</translation>
    </message>
    <message>
        <source>%1 to %2: %3</source>
        <extracomment>a bar of the chart of ages: from and up to what age, and how many</extracomment>
        <translation>%1 bis %2: %3</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>Filled: %1</source>
        <translation>Gefüllt: %1</translation>
    </message>
    <message>
        <source>Striped: %1</source>
        <translation>Gestreift: %1</translation>
    </message>
    <message>
        <source>Light: all others</source>
        <translation>Hell: alle anderen</translation>
    </message>
    <message>
        <source>%1, left out by the filter</source>
        <extracomment>of a bar of the chart of ages; %1: what it says</extracomment>
        <translation>%1, vom Filter ausgeschlossen</translation>
    </message>
    <message>
        <source>type %1</source>
        <translation>Typ %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>a service type and how many are of it: &quot;type 5: 78&quot;</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Heights are logarithmic, so that a few are seen beside thousands.</source>
        <translation>Die Höhen sind logarithmisch, damit wenige neben Tausenden zu sehen sind.</translation>
    </message>
</context>
<context>
    <name>closeout::ui::AttachedView</name>
    <message>
        <source>Service’s Data</source>
        <translation>Daten des Service</translation>
    </message>
    <message>
        <source>Shows the attached data of the service.</source>
        <translation>Zeigt die angehängten Daten des Service.</translation>
    </message>
    <message>
        <source>Attached data of the service</source>
        <translation>Angehängte Daten des Service</translation>
    </message>
    <message>
        <source>Attached data of task %1</source>
        <translation>Angehängte Daten der Aufgabe %1</translation>
    </message>
    <message>
        <source>Attached data of state %1</source>
        <translation>Angehängte Daten des Zustands %1</translation>
    </message>
    <message>
        <source>No attached data</source>
        <translation>Keine angehängten Daten</translation>
    </message>
    <message>
        <source>The server shows no attached data</source>
        <translation>Der Server zeigt keine angehängten Daten</translation>
    </message>
</context>
<context>
    <name>closeout::ui::BusyRow</name>
    <message>
        <source>Sending to %1 …</source>
        <translation>Wird an %1 gesendet …</translation>
    </message>
    <message>
        <source>Checking at %1 before sending …</source>
        <translation>Vor dem Senden an %1 wird dort geprüft …</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>Prüfen</translation>
    </message>
</context>
<context>
    <name>closeout::ui::ChangesModel</name>
    <message>
        <source>Added</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>Verloren</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>Was geschieht</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Before: %1</source>
        <translation>Vorher: %1</translation>
    </message>
    <message>
        <source>After: %1</source>
        <translation>Nachher: %1</translation>
    </message>
</context>
<context>
    <name>closeout::ui::ChangesView</name>
    <message>
        <source>Changes of attached data</source>
        <translation>Änderungen an angehängten Daten</translation>
    </message>
    <message>
        <source>There are no attached data, and none will be sent.</source>
        <translation>Es gibt keine angehängten Daten, und es werden keine gesendet.</translation>
    </message>
    <message>
        <source>This is what happens if the server replaces all attached data by those that are sent, which is the worse reading of its documentation.</source>
        <translation>Das geschieht, wenn der Server alle angehängten Daten durch die gesendeten ersetzt. So liest sich seine Dokumentation im ungünstigeren Fall.</translation>
    </message>
    <message>
        <source>The change in full</source>
        <translation>Die Änderung vollständig</translation>
    </message>
</context>
<context>
    <name>closeout::ui::ChildrenModel</name>
    <message>
        <source>Task %1</source>
        <translation>Aufgabe %1</translation>
    </message>
    <message>
        <source>State %1</source>
        <translation>Zustand %1</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>Abgeschlossen</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>disposition and what it means</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>took %1</source>
        <translation>dauerte %1</translation>
    </message>
    <message>
        <source>%1, exceeded by %2</source>
        <translation>%1, überschritten um %2</translation>
    </message>
    <message>
        <source>Hangs on state %1.</source>
        <translation>Gehört zu Zustand %1.</translation>
    </message>
    <message>
        <source>State or task</source>
        <translation>Zustand/Aufgabe</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Erwartet</translation>
    </message>
    <message>
        <source>Disposition</source>
        <translation>Ergebnis</translation>
    </message>
</context>
<context>
    <name>closeout::ui::ClosingGuard</name>
    <message>
        <source>Close When It Is Done</source>
        <translation>Danach beenden</translation>
    </message>
    <message>
        <source>Close Anyway</source>
        <translation>Trotzdem schließen</translation>
    </message>
    <message>
        <source>An end is under way</source>
        <translation>Ein Abschluss läuft noch</translation>
    </message>
    <message>
        <source>Closeout stays open until its outcome is known and in the journal.</source>
        <translation>Closeout bleibt geöffnet, bis der Ausgang bekannt ist und im Journal steht.</translation>
    </message>
    <message>
        <source>The environment that is being set up is not saved.</source>
        <translation>Die Umgebung, die eingerichtet wird, ist nicht gespeichert.</translation>
    </message>
    <message>
        <source>Closing would lose something</source>
        <translation>Beim Schließen ginge etwas verloren</translation>
    </message>
    <message>
        <source>Closeout closes when the outcome is in the journal</source>
        <translation>Closeout wird beendet, sobald der Ausgang im Journal steht</translation>
    </message>
    <message>
        <source>What is being typed into the attached data is refused.</source>
        <translation>Was gerade in die angehängten Daten getippt wird, wird abgelehnt.</translation>
    </message>
    <message>
        <source>What is filled in here is not kept: another window keeps the drafts.</source>
        <translation>Was hier ausgefüllt ist, wird nicht gesichert: Ein anderes Fenster führt die Entwürfe.</translation>
    </message>
</context>
<context>
    <name>closeout::ui::ColumnChooser</name>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Find a column</source>
        <translation>Spalte suchen</translation>
    </message>
    <message>
        <source>Find, or add data.Feedback.rating</source>
        <extracomment>the path of a value in the attached data is an example, and not translated</extracomment>
        <translation>Suchen, oder data.Feedback.rating dazu</translation>
    </message>
    <message>
        <source>Enter adds the column “%1”.</source>
        <translation>Die Eingabetaste fügt die Spalte „%1“ hinzu.</translation>
    </message>
    <message>
        <source>Space shows or hides a column. Alt+Up and Alt+Down move it.</source>
        <translation>Die Leertaste zeigt eine Spalte oder blendet sie aus. Alt+Auf und Alt+Ab verschieben sie.</translation>
    </message>
    <message>
        <source>%1 (of what is not active)</source>
        <extracomment>%1: the column Status, which is hidden while all that is listed is active</extracomment>
        <translation>%1 (von dem, was nicht aktiv ist)</translation>
    </message>
    <message>
        <source>The column “%1” is shown.</source>
        <translation>Die Spalte „%1“ wird gezeigt.</translation>
    </message>
    <message>
        <source>The column “%1” is not shown any more.</source>
        <translation>Die Spalte „%1“ wird nicht mehr gezeigt.</translation>
    </message>
</context>
<context>
    <name>closeout::ui::CommandPalette</name>
    <message>
        <source>Command palette</source>
        <translation>Befehlspalette</translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation>Was möchten Sie tun?</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>%1 › %2</source>
        <translation>%1 › %2</translation>
    </message>
    <message>
        <source>No command is called so.</source>
        <translation>So heißt kein Befehl.</translation>
    </message>
</context>
<context>
    <name>closeout::ui::Completing</name>
    <message>
        <source>There is no connection to a server.</source>
        <translation>Es besteht keine Verbindung zu einem Server.</translation>
    </message>
    <message>
        <source>The environment %1 is read-only: nothing can be completed in it.</source>
        <translation>Die Umgebung %1 ist schreibgeschützt: Dort lässt sich nichts abschließen.</translation>
    </message>
    <message>
        <source>The %1 is being completed. Wait for its outcome.</source>
        <translation>%1 wird gerade abgeschlossen. Warten Sie den Ausgang ab.</translation>
    </message>
    <message>
        <source>Look at the outcome first.</source>
        <translation>Sehen Sie sich zuerst den Ausgang an.</translation>
    </message>
    <message>
        <source>This must be confirmed. Nothing was sent.</source>
        <translation>Das muss bestätigt werden. Es wurde nichts gesendet.</translation>
    </message>
</context>
<context>
    <name>closeout::ui::CompletionPane</name>
    <message>
        <source>Nothing chosen</source>
        <translation>Nichts gewählt</translation>
    </message>
    <message>
        <source>Choose a service, then complete it or one of its tasks here.</source>
        <translation>Wählen Sie einen Service und schließen Sie ihn oder eine seiner Aufgaben hier ab.</translation>
    </message>
    <message>
        <source>Draft kept</source>
        <translation>Gesichert</translation>
    </message>
    <message>
        <source>Nothing was filled in.</source>
        <translation>Es wurde nichts ausgefüllt.</translation>
    </message>
    <message>
        <source>No attached data would be lost.</source>
        <translation>Es würden keine angehängten Daten verloren gehen.</translation>
    </message>
    <message>
        <source>No key stands twice.</source>
        <translation>Kein Schlüssel steht doppelt.</translation>
    </message>
    <message>
        <source>It is not completed.</source>
        <translation>Noch nicht abgeschlossen.</translation>
    </message>
    <message>
        <source>Nothing is being sent.</source>
        <translation>Es wird gerade nichts gesendet.</translation>
    </message>
    <message>
        <source>No outcome is shown.</source>
        <translation>Es wird kein Ausgang angezeigt.</translation>
    </message>
    <message>
        <source>Nothing was sent, so nothing is in it.</source>
        <translation>Nichts wurde gesendet, also steht nichts darin.</translation>
    </message>
    <message>
        <source>Go On with the &amp;Service</source>
        <translation>Mit dem &amp;Service weitermachen</translation>
    </message>
    <message>
        <source>Nothing was discarded.</source>
        <translation>Es wurde nichts verworfen.</translation>
    </message>
    <message>
        <source>The server does not show what may be lost, so it cannot be sent again.</source>
        <translation>Der Server zeigt nicht, was verloren gehen kann; es kann also nicht noch einmal gesendet werden.</translation>
    </message>
    <message>
        <source>Next Ta&amp;sk (%1 left)</source>
        <extracomment>%1: how many tasks, or states, of the service are open still</extracomment>
        <translation>Nächste Au&amp;fgabe (noch %1)</translation>
    </message>
    <message>
        <source>N&amp;ext in List (%1)</source>
        <extracomment>%1: how many there are</extracomment>
        <translation>Nä&amp;chster der Liste (%1)</translation>
    </message>
    <message>
        <source>N&amp;ext in List</source>
        <translation>Nä&amp;chster der Liste</translation>
    </message>
    <message>
        <source>There is no other one in the list.</source>
        <translation>Es steht kein weiterer in der Liste.</translation>
    </message>
    <message>
        <source>Next &amp;State (%1 left)</source>
        <translation>Nächster Z&amp;ustand (noch %1)</translation>
    </message>
</context>
<context>
    <name>closeout::ui::ConfirmationStrip</name>
    <message>
        <source>Complete 1 service (%1)?</source>
        <translation>1 Service abschließen (%1)?</translation>
    </message>
    <message>
        <source>Complete 1 task (%1 of service %2)?</source>
        <translation>1 Aufgabe abschließen (%1 von Service %2)?</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Number of completions, to confirm:</source>
        <translation>Zur Bestätigung die Anzahl der Abschlüsse:</translation>
    </message>
    <message>
        <source>Somebody has changed the attached data meanwhile; what you send replaces them.</source>
        <translation>Jemand hat die angehängten Daten inzwischen geändert; was Sie senden, ersetzt sie.</translation>
    </message>
    <message>
        <source>Complete 1 state (%1 of service %2)?</source>
        <translation>1 Zustand abschließen (%1 von Service %2)?</translation>
    </message>
</context>
<context>
    <name>closeout::ui::ConnectionTest</name>
    <message>
        <source>%1 was reached.</source>
        <translation>%1 wurde erreicht.</translation>
    </message>
    <message>
        <source>The connection is encrypted, and this system trusts the server&apos;s certificate.</source>
        <translation>Die Verbindung ist verschlüsselt, und dieses System vertraut dem Zertifikat des Servers.</translation>
    </message>
    <message>
        <source>The connection is encrypted, and the server&apos;s certificate is trusted by this system or by your CA file.</source>
        <translation>Die Verbindung ist verschlüsselt, und dem Zertifikat des Servers wird durch dieses System oder Ihre CA-Datei vertraut.</translation>
    </message>
    <message>
        <source>The server wants no sign-in.</source>
        <translation>Der Server verlangt keine Anmeldung.</translation>
    </message>
    <message>
        <source>The server lets “%1” in.</source>
        <translation>Der Server lässt „%1“ zu.</translation>
    </message>
    <message>
        <source>This looks like an %1 server: it answers what only %1 has. Choose the dialect %1.</source>
        <translation>Das scheint ein %1-Server zu sein: Er beantwortet, was es nur in %1 gibt. Wählen Sie den Dialekt %1.</translation>
    </message>
    <message>
        <source>It answers as a Context Services server of dialect %1.</source>
        <translation>Er antwortet wie ein Context-Services-Server mit Dialekt %1.</translation>
    </message>
    <message>
        <source>It took %1 ms to answer.</source>
        <translation>Die Antwort dauerte %1 ms.</translation>
    </message>
    <message>
        <source>The server wants the password of “%1”, and none was given. Type it and test again.</source>
        <translation>Der Server verlangt das Passwort von „%1“, und es wurde keines angegeben. Geben Sie es ein, und testen Sie noch einmal.</translation>
    </message>
    <message>
        <source>Its certificate was issued to “%1” by “%2” and is valid until %3.</source>
        <translation>Sein Zertifikat wurde von „%2“ für „%1“ ausgestellt und gilt bis %3.</translation>
    </message>
</context>
<context>
    <name>closeout::ui::DataTabs</name>
    <message>
        <source>Attached data</source>
        <translation>Angehängte Daten</translation>
    </message>
    <message>
        <source>Tree</source>
        <translation>Baum</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
</context>
<context>
    <name>closeout::ui::Destination</name>
    <message>
        <source>No password is kept for “%1” yet.</source>
        <translation>Für „%1“ ist noch kein Passwort hinterlegt.</translation>
    </message>
    <message>
        <source>You have signed out.</source>
        <translation>Sie haben sich abgemeldet.</translation>
    </message>
</context>
<context>
    <name>closeout::ui::Dispositions</name>
    <message>
        <source>The server offers no values to choose from: %1</source>
        <translation>Der Server bietet keine Werte zur Auswahl an: %1</translation>
    </message>
</context>
<context>
    <name>closeout::ui::Draft</name>
    <message>
        <source>Choose a service or a task first.</source>
        <translation>Wählen Sie zuerst einen Service oder eine Aufgabe.</translation>
    </message>
    <message>
        <source>The kept draft is being read.</source>
        <translation>Der gesicherte Entwurf wird geladen.</translation>
    </message>
    <message numerus="yes">
        <source>%1 And there are %n more problem(s).</source>
        <translation>
            <numerusform>%1 Und es gibt ein weiteres Problem.</numerusform>
            <numerusform>%1 Und es gibt %n weitere Probleme.</numerusform>
        </translation>
    </message>
    <message>
        <source>A key stands twice in the attached data: %1. Remove one of the two, or send both.</source>
        <translation>Ein Schlüssel steht zweimal in den angehängten Daten: %1. Entfernen Sie einen der beiden, oder senden Sie beide.</translation>
    </message>
</context>
<context>
    <name>closeout::ui::DraftsMenu</name>
    <message>
        <source>Open Dra&amp;ft</source>
        <translation>&amp;Entwurf öffnen</translation>
    </message>
</context>
<context>
    <name>closeout::ui::EnvironmentBar</name>
    <message>
        <source>&amp;Edit Environments…</source>
        <translation>Umgebungen bea&amp;rbeiten…</translation>
    </message>
    <message>
        <source>Sets up servers, their sign-in and how careful to be there.</source>
        <translation>Richtet Server ein, die Anmeldung und wie vorsichtig dort vorzugehen ist.</translation>
    </message>
    <message>
        <source>Base URL</source>
        <translation>Basis-URL</translation>
    </message>
    <message>
        <source>Read-only</source>
        <translation>Schreibgeschützt</translation>
    </message>
    <message>
        <source>No environment</source>
        <translation>Keine Umgebung</translation>
    </message>
    <message>
        <source>The environment in use; chooses another one.</source>
        <translation>Die verwendete Umgebung; hier lässt sich eine andere wählen.</translation>
    </message>
    <message>
        <source>Dialect %1</source>
        <translation>Dialekt %1</translation>
    </message>
    <message>
        <source>Asking the password store…</source>
        <translation>Passwortspeicher wird gefragt…</translation>
    </message>
    <message>
        <source>Password needed</source>
        <translation>Passwort nötig</translation>
    </message>
    <message>
        <source>Not signed in</source>
        <translation>Nicht angemeldet</translation>
    </message>
    <message>
        <source>Signed in as %1</source>
        <translation>Angemeldet als %1</translation>
    </message>
    <message>
        <source>Cannot be used</source>
        <translation>Nicht verwendbar</translation>
    </message>
    <message>
        <source>&amp;Environment</source>
        <translation>&amp;Umgebung</translation>
    </message>
    <message>
        <source>Reading the CA file…</source>
        <translation>CA-Datei wird gelesen…</translation>
    </message>
</context>
<context>
    <name>closeout::ui::EnvironmentFields</name>
    <message>
        <source>&amp;Keep it in the system&apos;s password store</source>
        <translation>Im Passw&amp;ortspeicher des Systems behalten</translation>
    </message>
    <message>
        <source>https://gms.example.com:8443</source>
        <translation>https://gms.example.com:8443</translation>
    </message>
    <message>
        <source>8.5, Genesys Mobile Services</source>
        <translation>8.5, Genesys Mobile Services</translation>
    </message>
    <message>
        <source>8.1, Universal Contact Server</source>
        <translation>8.1, Universal Contact Server</translation>
    </message>
    <message>
        <source>Empty: no sign-in</source>
        <translation>Leer: keine Anmeldung</translation>
    </message>
    <message>
        <source>ContactCenterId: 1</source>
        <translation>ContactCenterId: 1</translation>
    </message>
    <message>
        <source>One per line, as “Name: value”.</source>
        <translation>Je Zeile einer, als „Name: Wert“.</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>&amp;Passwort</translation>
    </message>
    <message>
        <source> s</source>
        <extracomment>seconds; stands behind the number in a field</extracomment>
        <translation> s</translation>
    </message>
    <message>
        <source>How long to wait without a byte from the server.</source>
        <translation>Wie lange auf ein Byte vom Server gewartet wird.</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>&amp;Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>Chooses the file of certificates.</source>
        <translation>Wählt die Datei mit den Zertifikaten.</translation>
    </message>
    <message>
        <source>Empty: the system&apos;s certificates alone</source>
        <translation>Leer: nur die Zertifikate des Systems</translation>
    </message>
    <message>
        <source>No question</source>
        <translation>Keine Rückfrage</translation>
    </message>
    <message>
        <source>What you complete is sent at once.</source>
        <translation>Was Sie abschließen, wird sofort gesendet.</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Bestätigen</translation>
    </message>
    <message>
        <source>You are asked once before anything is sent.</source>
        <translation>Sie werden einmal gefragt, bevor etwas gesendet wird.</translation>
    </message>
    <message>
        <source>Confirm with the count</source>
        <translation>Mit Anzahl bestätigen</translation>
    </message>
    <message>
        <source>You type how many completions there are before they are sent.</source>
        <translation>Sie geben die Anzahl der Abschlüsse ein, bevor sie gesendet werden.</translation>
    </message>
    <message>
        <source>Read-only</source>
        <translation>Schreibgeschützt</translation>
    </message>
    <message>
        <source>Nothing can be completed there, only read.</source>
        <translation>Dort lässt sich nichts abschließen, nur lesen.</translation>
    </message>
    <message>
        <source>Used: %1</source>
        <translation>Verwendet: %1</translation>
    </message>
    <message>
        <source>Without a user there is no password.</source>
        <translation>Ohne Benutzer gibt es kein Passwort.</translation>
    </message>
    <message>
        <source>A password is kept there already. An empty field leaves it as it is.</source>
        <translation>Dort liegt schon ein Passwort. Bleibt das Feld leer, ändert es sich nicht.</translation>
    </message>
    <message>
        <source>Choose the File of Certificates</source>
        <translation>Datei mit Zertifikaten wählen</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer);;All files (*)</source>
        <translation>Zertifikate (*.pem *.crt *.cer);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>A password that is not kept there is forgotten when Closeout ends; you will be asked for it the next time.</source>
        <translation>Ohne Häkchen gilt das Passwort, bis Closeout endet; beim nächsten Mal werden Sie danach gefragt.</translation>
    </message>
    <message>
        <source>Empty: the standard rules</source>
        <translation>Leer: die üblichen Regeln</translation>
    </message>
    <message>
        <source>One per line, as “name: filter”. What a filter can say is explained beside the filter of the list.</source>
        <translation>Eine je Zeile, als „Name: Filter“. Was ein Filter sagen kann, ist neben dem Filter der Liste erklärt.</translation>
    </message>
    <message>
        <source>N&amp;ame</source>
        <translation>Na&amp;me</translation>
    </message>
    <message>
        <source>&amp;Base URL</source>
        <translation>Basis-&amp;URL</translation>
    </message>
    <message>
        <source>D&amp;ialect</source>
        <translation>Dia&amp;lekt</translation>
    </message>
    <message>
        <source>&amp;User</source>
        <translation>Benut&amp;zer</translation>
    </message>
    <message>
        <source>&amp;Tenant headers</source>
        <translation>Mandanten-Heade&amp;r</translation>
    </message>
    <message>
        <source>CA fi&amp;le</source>
        <translation>CA-Dat&amp;ei</translation>
    </message>
    <message>
        <source>Time-&amp;out</source>
        <translation>W&amp;artezeit</translation>
    </message>
    <message>
        <source>Colou&amp;r</source>
        <translation>Far&amp;be</translation>
    </message>
    <message>
        <source>Stuck &amp;when</source>
        <translation>Hängt, &amp;wenn</translation>
    </message>
    <message>
        <source>Safety level</source>
        <translation>Sicherheitsstufe</translation>
    </message>
    <message>
        <source>The password is sent unencrypted. Use https if the server can.</source>
        <translation>Das Passwort wird unverschlüsselt gesendet. Verwenden Sie https, wenn der Server es kann.</translation>
    </message>
    <message>
        <source>Empty: the base URL alone</source>
        <translation>Leer: die Basis-URL allein</translation>
    </message>
    <message>
        <source>What several addresses of one cluster have in common: an end whose outcome is unknown by one of them is not sent by another.</source>
        <translation>Was mehreren Adressen eines Clusters gemeinsam ist: Ein Abschluss, dessen Ausgang über die eine unbekannt blieb, wird über die andere nicht gesendet.</translation>
    </message>
    <message>
        <source>Deplo&amp;yment</source>
        <translation>&amp;Installation</translation>
    </message>
</context>
<context>
    <name>closeout::ui::EnvironmentForm</name>
    <message>
        <source>Copy of %1</source>
        <translation>Kopie von %1</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Give it a name, for instance “Production”.</source>
        <translation>Geben Sie ihr einen Namen, zum Beispiel „Produktion“.</translation>
    </message>
    <message>
        <source>“Sandbox” is the name of the sandbox that is built in. Choose another one.</source>
        <translation>„Sandbox“ heißt die eingebaute Sandbox. Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>There is an environment of that name already.</source>
        <translation>Es gibt schon eine Umgebung mit diesem Namen.</translation>
    </message>
    <message>
        <source>The header %1 looks like a secret, which is never kept in a file. Remove it.</source>
        <translation>Der Header %1 sieht nach einem Geheimnis aus; so etwas wird nie in einer Datei abgelegt. Entfernen Sie ihn.</translation>
    </message>
    <message>
        <source>It is being saved.</source>
        <translation>Es wird gerade gespeichert.</translation>
    </message>
    <message>
        <source>There is nothing to save.</source>
        <translation>Es gibt nichts zu speichern.</translation>
    </message>
    <message>
        <source>“%1” is removed. If its password was kept on this computer, it is there still: remove it in the system&apos;s password store.</source>
        <translation>„%1“ ist entfernt. Falls das Passwort auf diesem Rechner aufbewahrt wurde, ist es noch da: Entfernen Sie es im Passwortspeicher des Systems.</translation>
    </message>
</context>
<context>
    <name>closeout::ui::EnvironmentTag</name>
    <message>
        <source>Environment: %1</source>
        <translation>Umgebung: %1</translation>
    </message>
</context>
<context>
    <name>closeout::ui::EnvironmentsPage</name>
    <message>
        <source>Read-only, %1</source>
        <translation>Schreibgeschützt, %1</translation>
    </message>
    <message>
        <source>File of environments</source>
        <translation>Datei der Umgebungen</translation>
    </message>
    <message>
        <source>Connection test</source>
        <translation>Verbindungstest</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>Goes back to the services.</source>
        <translation>Kehrt zu den Services zurück.</translation>
    </message>
    <message>
        <source>&amp;New Environment</source>
        <translation>&amp;Neue Umgebung</translation>
    </message>
    <message>
        <source>Sets up another server.</source>
        <translation>Richtet einen weiteren Server ein.</translation>
    </message>
    <message>
        <source>D&amp;uplicate</source>
        <translation>&amp;Duplizieren</translation>
    </message>
    <message>
        <source>Begins a new environment with the values of this one.</source>
        <translation>Beginnt eine neue Umgebung mit den Werten dieser.</translation>
    </message>
    <message>
        <source>&amp;Test Connection</source>
        <translation>Verbindung &amp;testen</translation>
    </message>
    <message>
        <source>Tries what stands in the form. It only reads, and nothing is saved.</source>
        <translation>Probiert aus, was im Formular steht. Dabei wird nur gelesen und nichts gespeichert.</translation>
    </message>
    <message>
        <source>Cancel Test</source>
        <translation>Test abbrechen</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>Shows again what is saved.</source>
        <translation>Zeigt wieder, was gespeichert ist.</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>Remove It</source>
        <translation>Wirklich entfernen</translation>
    </message>
    <message>
        <source>Keep It</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Use T&amp;his Environment</source>
        <translation>Diese &amp;Umgebung verwenden</translation>
    </message>
    <message>
        <source>Points the window at it.</source>
        <translation>Wechselt dorthin.</translation>
    </message>
    <message>
        <source>Environments</source>
        <translation>Umgebungen</translation>
    </message>
    <message>
        <source>No environment is set up yet</source>
        <translation>Noch ist keine Umgebung eingerichtet</translation>
    </message>
    <message>
        <source>An environment is a Context Services server with everything that is needed to work there: its address, who signs in, and how careful to be. The sandbox is built in and needs none.</source>
        <translation>Eine Umgebung ist ein Context-Services-Server mit allem, was man braucht, um dort zu arbeiten: seine Adresse, wer sich anmeldet und wie vorsichtig vorzugehen ist. Die Sandbox ist eingebaut und braucht keine.</translation>
    </message>
    <message>
        <source>It is saved, but the password is not kept</source>
        <translation>Gespeichert, aber ohne das Passwort</translation>
    </message>
    <message>
        <source>Read-only: nothing can be completed there.</source>
        <translation>Schreibgeschützt: Dort lässt sich nichts abschließen.</translation>
    </message>
    <message>
        <source>The environments cannot be read</source>
        <translation>Die Umgebungen können nicht gelesen werden</translation>
    </message>
    <message>
        <source>Not everything in the file can be used</source>
        <translation>Nicht alles in der Datei ist verwendbar</translation>
    </message>
    <message>
        <source>There are changes that are not saved</source>
        <translation>Es gibt nicht gespeicherte Änderungen</translation>
    </message>
    <message>
        <source>Save them or discard them before you go to another environment.</source>
        <translation>Speichern oder verwerfen Sie sie, bevor Sie zu einer anderen Umgebung wechseln.</translation>
    </message>
    <message>
        <source>Edit the environments to do this.</source>
        <translation>Wählen Sie dazu „Umgebungen bearbeiten“.</translation>
    </message>
    <message>
        <source>There is no environment to do this with.</source>
        <translation>Dafür ist keine Umgebung da.</translation>
    </message>
    <message>
        <source>It is not saved yet.</source>
        <translation>Sie ist noch nicht gespeichert.</translation>
    </message>
    <message>
        <source>Save or discard the changes first.</source>
        <translation>Speichern oder verwerfen Sie zuerst die Änderungen.</translation>
    </message>
    <message>
        <source>Nothing is changed.</source>
        <translation>Es ist nichts geändert.</translation>
    </message>
    <message>
        <source>A test is under way.</source>
        <translation>Ein Test läuft gerade.</translation>
    </message>
    <message>
        <source>Trying the connection…</source>
        <translation>Verbindung wird getestet…</translation>
    </message>
    <message>
        <source>The connection works</source>
        <translation>Die Verbindung funktioniert</translation>
    </message>
    <message>
        <source>The connection does not work</source>
        <translation>Die Verbindung funktioniert nicht</translation>
    </message>
    <message>
        <source>The file of environments was not changed</source>
        <translation>Die Datei der Umgebungen wurde nicht geändert</translation>
    </message>
    <message>
        <source>Remove “%1”?</source>
        <translation>„%1“ entfernen?</translation>
    </message>
    <message>
        <source>Its values are taken out of the file. Nothing changes on the server, and the journal keeps what was done there.</source>
        <translation>Ihre Angaben werden aus der Datei entfernt. Auf dem Server ändert sich nichts, und im Journal bleibt, was dort getan wurde.</translation>
    </message>
    <message>
        <source>&amp;Discard Changes</source>
        <translation>Änderungen ver&amp;werfen</translation>
    </message>
    <message>
        <source>Edited since this test: the connection worked</source>
        <translation>Seit diesem Test geändert: Die Verbindung klappte</translation>
    </message>
    <message>
        <source>Edited since this test: the connection did not work</source>
        <translation>Seit diesem Test geändert: Die Verbindung klappte nicht</translation>
    </message>
    <message>
        <source>In use, read-only, %1</source>
        <translation>In Verwendung, schreibgeschützt, %1</translation>
    </message>
    <message>
        <source>In use, %1</source>
        <translation>In Verwendung, %1</translation>
    </message>
</context>
<context>
    <name>closeout::ui::EventForm</name>
    <message>
        <source>Timestamp</source>
        <translation>Zeitstempel</translation>
    </message>
    <message>
        <source>More fields</source>
        <translation>Weitere Felder</translation>
    </message>
    <message numerus="yes">
        <source>More fields (%n filled)</source>
        <translation>
            <numerusform>Weitere Felder (%n ausgefüllt)</numerusform>
            <numerusform>Weitere Felder (%n ausgefüllt)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>closeout::ui::ExchangeView</name>
    <message>
        <source>Raw exchange</source>
        <translation>Rohdaten</translation>
    </message>
    <message>
        <source>Select an entry to see its request and its answer.</source>
        <translation>Wählen Sie einen Eintrag, um seine Anfrage und die Antwort zu sehen.</translation>
    </message>
    <message>
        <source>%1, %2, %3 ms</source>
        <translation>%1, %2, %3 ms</translation>
    </message>
</context>
<context>
    <name>closeout::ui::ExportBar</name>
    <message>
        <source>Export</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>&amp;Export Shown…</source>
        <translation>Gezeigte &amp;exportieren …</translation>
    </message>
    <message>
        <source>Writes what matches the filter, with the columns that are shown.</source>
        <translation>Schreibt, was zum Filter passt, mit den gezeigten Spalten.</translation>
    </message>
    <message>
        <source>Export Se&amp;lected…</source>
        <translation>Ausge&amp;wählte exportieren …</translation>
    </message>
    <message>
        <source>Writes what is selected, also what the filter hides.</source>
        <translation>Schreibt, was ausgewählt ist, auch was der Filter verbirgt.</translation>
    </message>
    <message>
        <source>Cancel E&amp;xport</source>
        <translation>E&amp;xport abbrechen</translation>
    </message>
    <message>
        <source>A file that was there before stays as it was.</source>
        <translation>Eine Datei, die vorher da war, bleibt, wie sie war.</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>Exporting</source>
        <translation>Wird exportiert</translation>
    </message>
    <message>
        <source>Export What Is Shown</source>
        <translation>Gezeigte exportieren</translation>
    </message>
    <message>
        <source>Export What Is Selected</source>
        <translation>Ausgewählte exportieren</translation>
    </message>
    <message>
        <source>Nothing was exported</source>
        <translation>Es wurde nichts exportiert</translation>
    </message>
    <message>
        <source>An export is under way.</source>
        <translation>Ein Export läuft gerade.</translation>
    </message>
    <message>
        <source>Nothing is shown.</source>
        <translation>Es wird nichts gezeigt.</translation>
    </message>
    <message>
        <source>Nothing is selected.</source>
        <translation>Es ist nichts ausgewählt.</translation>
    </message>
    <message>
        <source>Nothing is being exported.</source>
        <translation>Es wird nichts exportiert.</translation>
    </message>
    <message>
        <source>Exporting: %1 of %2</source>
        <extracomment>rows that are written into a file</extracomment>
        <translation>Wird exportiert: %1 von %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) were exported</source>
        <translation>
            <numerusform>%Ln Zeile wurde exportiert</numerusform>
            <numerusform>%Ln Zeilen wurden exportiert</numerusform>
        </translation>
    </message>
    <message>
        <source>The export was cancelled</source>
        <translation>Der Export wurde abgebrochen</translation>
    </message>
    <message>
        <source>%1 is as it was before.</source>
        <translation>%1 ist, wie es vorher war.</translation>
    </message>
    <message>
        <source>The filter is wrong: %1</source>
        <translation>Der Filter ist falsch: %1</translation>
    </message>
    <message>
        <source>CSV for spreadsheets</source>
        <translation>CSV für Tabellenkalkulationen</translation>
    </message>
    <message>
        <source>CSV for programs</source>
        <translation>CSV für Programme</translation>
    </message>
    <message>
        <source>JSON lines</source>
        <translation>JSON-Zeilen</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>a file, and what it holds: CSV for spreadsheets</extracomment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>closeout::ui::FieldEditor</name>
    <message>
        <source>Source: %1</source>
        <translation>Quelle: %1</translation>
    </message>
    <message>
        <source>Number or text</source>
        <translation>Zahl oder Text</translation>
    </message>
    <message>
        <source>Choose, or type a number or text</source>
        <translation>Wählen oder eingeben (Zahl, Text)</translation>
    </message>
    <message>
        <source>%1/%2</source>
        <extracomment>how many characters of how many that are allowed: &quot;7/64&quot;</extracomment>
        <translation>%1/%2</translation>
    </message>
    <message>
        <source>Number %1</source>
        <translation>Nummer %1</translation>
    </message>
    <message>
        <source>Not among the server&apos;s values; it is sent as the text “%1”.</source>
        <translation>Nicht unter den Werten des Servers; gesendet wird der Text „%1“.</translation>
    </message>
    <message>
        <source>Not among the server&apos;s values; it is sent as the number %1.</source>
        <translation>Nicht unter den Werten des Servers; gesendet wird die Zahl %1.</translation>
    </message>
    <message>
        <source>Pin: %1</source>
        <translation>Anheften: %1</translation>
    </message>
    <message>
        <source>Fills it in again in the next form, until Closeout is closed.</source>
        <translation>Füllt es im nächsten Formular wieder aus, bis Closeout geschlossen wird.</translation>
    </message>
    <message>
        <source>text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>number</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>There are characters in it that are not seen: %1</source>
        <translation>Es sind Zeichen darin, die man nicht sieht: %1</translation>
    </message>
    <message>
        <source>It is sent as a text: a blank stands before or behind the number %1.</source>
        <translation>Es wird als Text gesendet: Vor oder hinter der Zahl %1 steht ein Leerzeichen.</translation>
    </message>
</context>
<context>
    <name>closeout::ui::FilterField</name>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Words, or conditions such as age&gt;4h type:&quot;Bill Payment&quot; -media:email</source>
        <extracomment>an example of a filter; the names of the fields are not translated</extracomment>
        <translation>Wörter oder Bedingungen wie age&gt;4h type:&quot;Bill Payment&quot; -media:email</translation>
    </message>
    <message>
        <source>Filter Help</source>
        <translation>Hilfe zum Filter</translation>
    </message>
    <message>
        <source>What a filter can say</source>
        <translation>Was ein Filter sagen kann</translation>
    </message>
    <message>
        <source>Completions</source>
        <translation>Vorschläge</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <extracomment>a completion and what it means</extracomment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>a known value and in how many rows it occurs</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Days and times of day are those of the time zone %1, unless a Z or an offset stands behind them.</source>
        <translation>Tage und Uhrzeiten sind die der Zeitzone %1, außer wenn ein Z oder ein Abstand dahinter steht.</translation>
    </message>
</context>
<context>
    <name>closeout::ui::JournalModel</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>ms</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ausgang</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
</context>
<context>
    <name>closeout::ui::JournalPane</name>
    <message>
        <source>Journal</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>&amp;Raw Exchange</source>
        <translation>&amp;Rohdaten</translation>
    </message>
    <message>
        <source>Shows the bytes of the selected entry beside the journal.</source>
        <translation>Zeigt die Bytes des gewählten Eintrags neben dem Journal.</translation>
    </message>
    <message>
        <source>Copy as &amp;curl</source>
        <translation>Als &amp;curl kopieren</translation>
    </message>
    <message>
        <source>Copies the request of the selected entry as a command.</source>
        <translation>Kopiert die Anfrage des gewählten Eintrags als Befehl.</translation>
    </message>
    <message>
        <source>Copy &amp;Entry</source>
        <translation>&amp;Eintrag kopieren</translation>
    </message>
    <message>
        <source>Copies the selected entry with all its exchanges.</source>
        <translation>Kopiert den gewählten Eintrag mit allen Anfragen und Antworten.</translation>
    </message>
    <message>
        <source>The journal cannot be read</source>
        <translation>Das Journal kann nicht gelesen werden</translation>
    </message>
    <message numerus="yes">
        <source>%n entry(s)</source>
        <translation>
            <numerusform>%n Eintrag</numerusform>
            <numerusform>%n Einträge</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The newest %n entry(s)</source>
        <translation>
            <numerusform>Der neueste Eintrag</numerusform>
            <numerusform>Die neuesten %n Einträge</numerusform>
        </translation>
    </message>
    <message>
        <source>Select an entry first.</source>
        <translation>Wählen Sie zuerst einen Eintrag.</translation>
    </message>
    <message>
        <source>Nothing has been sent yet. What you send is recorded here, whole.</source>
        <translation>Noch wurde nichts gesendet. Was Sie senden, wird hier vollständig aufgezeichnet.</translation>
    </message>
    <message>
        <source>Nothing can be sent</source>
        <translation>Es kann nichts gesendet werden</translation>
    </message>
    <message>
        <source>Read &amp;It Again</source>
        <translation>&amp;Erneut lesen</translation>
    </message>
    <message>
        <source>Reads the service or task of the selected entry again and records what is seen.</source>
        <translation>Liest den Service oder die Aufgabe des gewählten Eintrags erneut und zeichnet auf, was zu sehen ist.</translation>
    </message>
    <message>
        <source>It is under way: wait for what comes of it.</source>
        <translation>Er läuft noch: Warten Sie ab, was daraus wird.</translation>
    </message>
    <message>
        <source>Its outcome is known.</source>
        <translation>Sein Ausgang ist bekannt.</translation>
    </message>
</context>
<context>
    <name>closeout::ui::KeysDialog</name>
    <message>
        <source>Keyboard</source>
        <translation>Tastatur</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>What they do</source>
        <translation>Was sie tun</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>%1 › %2</source>
        <translation>%1 › %2</translation>
    </message>
    <message>
        <source>everywhere</source>
        <translation>überall</translation>
    </message>
    <message>
        <source>To the next control</source>
        <translation>Zum nächsten Bedienelement</translation>
    </message>
    <message>
        <source>To the control before</source>
        <translation>Zum vorigen Bedienelement</translation>
    </message>
    <message>
        <source>list</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>Up, Down</source>
        <translation>Auf, Ab</translation>
    </message>
    <message>
        <source>To another row, and opens its service</source>
        <translation>Zu einer anderen Zeile, und öffnet ihren Service</translation>
    </message>
    <message>
        <source>Shift+Up, Shift+Down</source>
        <translation>Umschalt+Auf, Umschalt+Ab</translation>
    </message>
    <message>
        <source>Selects rows one after the other</source>
        <translation>Wählt Zeilen nacheinander aus</translation>
    </message>
    <message>
        <source>filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Proposes fields and values</source>
        <translation>Schlägt Felder und Werte vor</translation>
    </message>
    <message>
        <source>Takes the proposal</source>
        <translation>Übernimmt den Vorschlag</translation>
    </message>
    <message>
        <source>Puts the proposals away, then empties the filter</source>
        <translation>Schließt die Vorschläge, leert dann den Filter</translation>
    </message>
    <message>
        <source>To the list</source>
        <translation>Zur Liste</translation>
    </message>
    <message>
        <source>chart of ages</source>
        <translation>Altersdiagramm</translation>
    </message>
    <message>
        <source>Left, Right, Home, End</source>
        <translation>Links, Rechts, Pos1, Ende</translation>
    </message>
    <message>
        <source>To another bar</source>
        <translation>Zu einem anderen Balken</translation>
    </message>
    <message>
        <source>Return, Space</source>
        <translation>Eingabe, Leertaste</translation>
    </message>
    <message>
        <source>Filters by the bar, or no longer</source>
        <translation>Filtert nach dem Balken oder nicht mehr</translation>
    </message>
    <message>
        <source>Choose Columns</source>
        <translation>Spalten wählen</translation>
    </message>
    <message>
        <source>Alt+Up, Alt+Down</source>
        <translation>Alt+Auf, Alt+Ab</translation>
    </message>
    <message>
        <source>Moves the column</source>
        <translation>Verschiebt die Spalte</translation>
    </message>
    <message>
        <source>Shows or hides the column</source>
        <translation>Zeigt oder verbirgt die Spalte</translation>
    </message>
    <message>
        <source>saved views</source>
        <translation>Gespeicherte Ansichten</translation>
    </message>
    <message>
        <source>Applies the view</source>
        <translation>Wendet die Ansicht an</translation>
    </message>
    <message>
        <source>Removes the view</source>
        <translation>Entfernt die Ansicht</translation>
    </message>
    <message>
        <source>Shows the raw exchange</source>
        <translation>Zeigt die Rohdaten</translation>
    </message>
    <message>
        <source>journal</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>Into the form of the service or task</source>
        <translation>In das Formular des Service oder der Aufgabe</translation>
    </message>
    <message>
        <source>Shift+Left, Shift+Right</source>
        <translation>Umschalt+Links, Umschalt+Rechts</translation>
    </message>
    <message>
        <source>To another bar, with all between</source>
        <translation>Zu einem anderen Balken, mit allen dazwischen</translation>
    </message>
</context>
<context>
    <name>closeout::ui::Listing</name>
    <message>
        <source>An 8.1 server cannot list services across customers. Give customers, contact keys or service ids.</source>
        <translation>Ein 8.1-Server kann Services nicht über alle Kunden hinweg auflisten. Geben Sie Kunden, Kontaktschlüssel oder Service-IDs an.</translation>
    </message>
    <message>
        <source>Nothing loaded yet</source>
        <translation>Noch nichts geladen</translation>
    </message>
    <message>
        <source>Loading: %1 so far</source>
        <translation>Wird geladen: bisher %1</translation>
    </message>
    <message>
        <source>No services could be loaded</source>
        <translation>Es konnten keine Services geladen werden</translation>
    </message>
    <message numerus="yes">
        <source>%n source(s) failed</source>
        <translation>
            <numerusform>%n Quelle fehlgeschlagen</numerusform>
            <numerusform>%n Quellen fehlgeschlagen</numerusform>
        </translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>Not connected yet. Sign in above, or choose another environment.</source>
        <translation>Noch nicht verbunden. Melden Sie sich oben an oder wählen Sie eine andere Umgebung.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln active service(s)</source>
        <translation>
            <numerusform>%Ln aktiver Service</numerusform>
            <numerusform>%Ln aktive Services</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln completed service(s)</source>
        <translation>
            <numerusform>%Ln abgeschlossener Service</numerusform>
            <numerusform>%Ln abgeschlossene Services</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln service(s)</source>
        <translation>
            <numerusform>%Ln Service</numerusform>
            <numerusform>%Ln Services</numerusform>
        </translation>
    </message>
    <message>
        <source>Incomplete: %1</source>
        <translation>Unvollständig: %1</translation>
    </message>
    <message>
        <source>Could not be refreshed: %1</source>
        <translation>Konnte nicht aktualisiert werden: %1</translation>
    </message>
    <message>
        <source>started from %1 until %2</source>
        <translation>begonnen von %1 bis %2</translation>
    </message>
    <message>
        <source>started since %1</source>
        <translation>begonnen seit %1</translation>
    </message>
    <message>
        <source>started before %1</source>
        <translation>begonnen vor %1</translation>
    </message>
    <message numerus="yes">
        <source>%n source(s) brought nothing</source>
        <translation>
            <numerusform>%n Quelle brachte nichts</numerusform>
            <numerusform>%n Quellen brachten nichts</numerusform>
        </translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation>Stand %1</translation>
    </message>
    <message>
        <source>, </source>
        <extracomment>between the parts of a line such as &quot;412 services, 3 sources failed, as of 10:42:07&quot;</extracomment>
        <translation>, </translation>
    </message>
    <message>
        <source>%1: no service was found that started in the chosen time.</source>
        <translation>%1: Es wurde kein Service gefunden, der in der gewählten Zeit begonnen hat.</translation>
    </message>
    <message>
        <source>%1: no service was found.</source>
        <translation>%1: Es wurde kein Service gefunden.</translation>
    </message>
    <message>
        <source>%1: no active service was found that started in the chosen time.</source>
        <translation>%1: Es wurde kein aktiver Service gefunden, der in der gewählten Zeit begonnen hat.</translation>
    </message>
    <message>
        <source>%1: no active service was found.</source>
        <translation>%1: Es wurde kein aktiver Service gefunden.</translation>
    </message>
    <message numerus="yes">
        <source>%n refused entry(s) left out</source>
        <translation>
            <numerusform>%n abgelehnter Eintrag ausgelassen</numerusform>
            <numerusform>%n abgelehnte Einträge ausgelassen</numerusform>
        </translation>
    </message>
    <message>
        <source>Refreshing: %1 so far</source>
        <translation>Wird neu geladen: bisher %1</translation>
    </message>
    <message>
        <source>Not refreshed: %1</source>
        <translation>Nicht neu geladen: %1</translation>
    </message>
    <message>
        <source>again every %1</source>
        <extracomment>%1: &quot;2 min&quot;</extracomment>
        <translation>wieder alle %1</translation>
    </message>
    <message>
        <source>again every %1 s</source>
        <extracomment>%1: seconds</extracomment>
        <translation>wieder alle %1 s</translation>
    </message>
    <message numerus="yes">
        <source>%n start(s) could not be read</source>
        <translation>
            <numerusform>%n Beginn war nicht lesbar</numerusform>
            <numerusform>%n Beginne waren nicht lesbar</numerusform>
        </translation>
    </message>
    <message>
        <source>attached data, states and tasks are not shown by the server</source>
        <translation>angehängte Daten, Zustände und Aufgaben zeigt der Server nicht</translation>
    </message>
    <message>
        <source>attached data are not shown by the server</source>
        <translation>angehängte Daten zeigt der Server nicht</translation>
    </message>
</context>
<context>
    <name>closeout::ui::LoadingLine</name>
    <message>
        <source>Loading</source>
        <translation>Laden</translation>
    </message>
    <message>
        <source>%1 per second</source>
        <translation>%1 je Sekunde</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>how a load goes: bytes so far, and services per second</extracomment>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>closeout::ui::LocalSandbox</name>
    <message>
        <source>The sandbox&apos;s store %1 cannot be removed. Check the rights on its folder.</source>
        <translation>Die Sandbox-Datei %1 kann nicht entfernt werden. Prüfen Sie die Rechte an ihrem Ordner.</translation>
    </message>
    <message>
        <source>%1 Until then it keeps its services in memory: what is closed now is open again the next time.</source>
        <translation>%1 Bis dahin hält die Sandbox ihre Services im Arbeitsspeicher: Was jetzt abgeschlossen wird, ist beim nächsten Mal wieder offen.</translation>
    </message>
</context>
<context>
    <name>closeout::ui::LongTextEditor</name>
    <message>
        <source>Apply</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Takes the text over as the value.</source>
        <translation>Übernimmt den Text als Wert.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Closes the text and leaves the value as it was.</source>
        <translation>Schließt den Text und lässt den Wert, wie er war.</translation>
    </message>
    <message>
        <source>These data can only be looked at.</source>
        <translation>Diese Daten lassen sich nur ansehen.</translation>
    </message>
    <message>
        <source>Nothing has been changed.</source>
        <translation>Es wurde nichts geändert.</translation>
    </message>
    <message numerus="yes">
        <source>%n character(s)</source>
        <translation>
            <numerusform>%n Zeichen</numerusform>
            <numerusform>%n Zeichen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n Zeile</numerusform>
            <numerusform>%n Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>This text holds the character U+FDD0 or U+FDD1, which this field cannot keep. Here it can only be looked at; paste JSON over it to replace it.</source>
        <translation>Dieser Text enthält das Zeichen U+FDD0 oder U+FDD1, das dieses Feld nicht behalten kann. Hier kann er nur angesehen werden; fügen Sie JSON darüber ein, um ihn zu ersetzen.</translation>
    </message>
</context>
<context>
    <name>closeout::ui::MainWindow</name>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>Neu &amp;laden</translation>
    </message>
    <message>
        <source>Reads the list and the open service again.</source>
        <translation>Lädt die Liste und den geöffneten Service neu.</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>Ctrl+Q</source>
        <translation>Ctrl+Q</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>A&amp;nsicht</translation>
    </message>
    <message>
        <source>Command &amp;Palette…</source>
        <translation>&amp;Befehlspalette…</translation>
    </message>
    <message>
        <source>Finds everything that can be done by its name.</source>
        <translation>Findet alles, was sich tun lässt, nach seinem Namen.</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Design</translation>
    </message>
    <message>
        <source>Like the &amp;System</source>
        <translation>Wie das &amp;System</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>&amp;High Contrast</source>
        <translation>Hoher &amp;Kontrast</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Gehe zu</translation>
    </message>
    <message>
        <source>&amp;Journal</source>
        <translation>&amp;Journal</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;About Closeout</source>
        <translation>&amp;Über Closeout</translation>
    </message>
    <message>
        <source>About Closeout</source>
        <translation>Über Closeout</translation>
    </message>
    <message>
        <source>&lt;h3&gt;Closeout %1&lt;/h3&gt;&lt;p&gt;Finds and closes stuck services in Genesys Context Services.&lt;/p&gt;&lt;p&gt;An end is sent at most once. No byte of a payload changes unless you change it. What happened can be proven afterwards.&lt;/p&gt;&lt;p&gt;MIT licence.&lt;/p&gt;</source>
        <translation>&lt;h3&gt;Closeout %1&lt;/h3&gt;&lt;p&gt;Findet hängengebliebene Services in Genesys Context Services und schließt sie ab.&lt;/p&gt;&lt;p&gt;Ein Abschluss wird höchstens einmal gesendet. Kein Byte der Nutzdaten ändert sich, wenn Sie es nicht ändern. Was geschehen ist, lässt sich hinterher nachweisen.&lt;/p&gt;&lt;p&gt;MIT-Lizenz.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>Closeout</source>
        <translation>Closeout</translation>
    </message>
    <message>
        <source>%1 – Closeout</source>
        <translation>%1 – Closeout</translation>
    </message>
    <message>
        <source>Sand&amp;box…</source>
        <translation>S&amp;andbox…</translation>
    </message>
    <message>
        <source>The Context Services server that Closeout brings along.</source>
        <translation>Der Context-Services-Server, den Closeout mitbringt.</translation>
    </message>
    <message>
        <source>&amp;Keyboard…</source>
        <translation>&amp;Tastatur …</translation>
    </message>
    <message>
        <source>Another window of Closeout is open with these settings</source>
        <translation>Ein anderes Fenster von Closeout ist mit diesen Einstellungen offen</translation>
    </message>
    <message>
        <source>This one leaves its settings and drafts alone: what is filled in here is not kept when it is closed.</source>
        <translation>Dieses lässt dessen Einstellungen und Entwürfe in Ruhe: Was hier ausgefüllt ist, wird beim Schließen nicht gesichert.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>what a key would do, and why it does not: &quot;Prepare Task: Choose an open task or state first.&quot;</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Go back to the services first.</source>
        <translation>Gehen Sie zuerst zurück zu den Services.</translation>
    </message>
</context>
<context>
    <name>closeout::ui::Moments</name>
    <message>
        <source>in %1</source>
        <translation>in %1</translation>
    </message>
    <message>
        <source>%1 (UTC)
%2 (local time, %3)</source>
        <translation>%1 (UTC)
%2 (Ortszeit, %3)</translation>
    </message>
</context>
<context>
    <name>closeout::ui::Notice</name>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
</context>
<context>
    <name>closeout::ui::OutcomeView</name>
    <message>
        <source>Outcome</source>
        <translation>Ausgang</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>Journal</translation>
    </message>
</context>
<context>
    <name>closeout::ui::OutcomeWords</name>
    <message>
        <source>The server answered %1 after %2 ms, at %3.</source>
        <translation>Der Server antwortete mit %1 nach %2 ms (%3).</translation>
    </message>
    <message>
        <source>Not sent: %1</source>
        <translation>Nicht gesendet: %1</translation>
    </message>
    <message>
        <source>Nothing was sent. Read it again and look at what is different; what you typed stays.</source>
        <translation>Es wurde nichts gesendet. Laden Sie neu und sehen Sie nach, was anders ist; Ihre Eingaben bleiben.</translation>
    </message>
    <message>
        <source>Nothing was sent.</source>
        <translation>Es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>What happened is not in the journal.</source>
        <translation>Was geschehen ist, steht nicht im Journal.</translation>
    </message>
    <message>
        <source>Completed: %1</source>
        <translation>Abgeschlossen: %1</translation>
    </message>
    <message>
        <source>Already completed: %1</source>
        <translation>Bereits abgeschlossen: %1</translation>
    </message>
    <message>
        <source>Not completed: %1</source>
        <translation>Nicht abgeschlossen: %1</translation>
    </message>
    <message>
        <source>Unknown outcome: %1</source>
        <translation>Ausgang unbekannt: %1</translation>
    </message>
    <message>
        <source>Read it again before you do anything else: sending it blindly could end it twice.</source>
        <translation>Laden Sie neu, bevor Sie irgendetwas anderes tun: Blind noch einmal zu senden könnte doppelt abschließen.</translation>
    </message>
    <message>
        <source>The answer was lost; reading again shows it completed: %1</source>
        <translation>Die Antwort ging verloren; neu geladen zeigt sich: abgeschlossen: %1</translation>
    </message>
    <message>
        <source>The answer left it open; reading again shows it completed: %1</source>
        <translation>Die Antwort ließ es offen; neu geladen zeigt sich: abgeschlossen: %1</translation>
    </message>
    <message>
        <source>It ended without an answer after %1 ms, at %2.</source>
        <translation>Es endete nach %1 ms ohne Antwort, am %2.</translation>
    </message>
    <message>
        <source>The outcome is kept beside the journal.</source>
        <translation>Der Ausgang wird neben dem Journal aufbewahrt.</translation>
    </message>
    <message>
        <source>The journal may show it as unknown.</source>
        <translation>Das Journal zeigt ihn vielleicht als unbekannt.</translation>
    </message>
    <message>
        <source>It is being completed at this moment.</source>
        <translation>Der Abschluss läuft in diesem Augenblick.</translation>
    </message>
    <message>
        <source>Another program is at it, since %1.</source>
        <translation>Ein anderes Programm ist daran, seit %1.</translation>
    </message>
    <message>
        <source>An earlier end of it had no answer.</source>
        <translation>Ein früherer Abschluss blieb ohne Antwort.</translation>
    </message>
    <message>
        <source>It may be completed already, and this may be an old reading of it.</source>
        <translation>Er ist vielleicht schon erfolgt, und der Stand hier kann veraltet sein.</translation>
    </message>
    <message>
        <source>It was completed at %1, by %2.</source>
        <translation>Abgeschlossen wurde am %1 von %2.</translation>
    </message>
    <message>
        <source>It is still shown open, which may be an old reading of it.</source>
        <translation>Er wird noch als offen gezeigt; das kann ein alter Stand sein.</translation>
    </message>
</context>
<context>
    <name>closeout::ui::Parts</name>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
</context>
<context>
    <name>closeout::ui::PasswordStore</name>
    <message>
        <source>No password store can be used on this computer; you will be asked each time.</source>
        <translation>Auf diesem Rechner ist kein Passwortspeicher nutzbar; Sie werden jedes Mal gefragt.</translation>
    </message>
</context>
<context>
    <name>closeout::ui::PayloadDelegate</name>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Value of %1</source>
        <translation>Wert von %1</translation>
    </message>
    <message>
        <source>Text, 7, true, null, { or [</source>
        <translation>Text, 7, true, null, { oder [</translation>
    </message>
    <message>
        <source>Type of %1</source>
        <translation>Typ von %1</translation>
    </message>
</context>
<context>
    <name>closeout::ui::PayloadDocument</name>
    <message>
        <source>Attached data are keys with values: the outermost value must be an object, in braces.</source>
        <translation>Angehängte Daten sind Schlüssel mit Werten: Der äußerste Wert muss ein Objekt in geschweiften Klammern sein.</translation>
    </message>
    <message>
        <source>The key “%1” is here already. Give another name.</source>
        <translation>Den Schlüssel „%1“ gibt es hier schon. Geben Sie einen anderen Namen an.</translation>
    </message>
    <message>
        <source>Add “%1”</source>
        <translation>„%1“ hinzufügen</translation>
    </message>
    <message>
        <source>Add an Element</source>
        <translation>Element hinzufügen</translation>
    </message>
    <message>
        <source>Rename “%1” to “%2”</source>
        <translation>„%1“ in „%2“ umbenennen</translation>
    </message>
    <message>
        <source>Edit “%1”</source>
        <translation>„%1“ bearbeiten</translation>
    </message>
    <message>
        <source>Change the Type of “%1”</source>
        <translation>Typ von „%1“ ändern</translation>
    </message>
    <message>
        <source>The attached data as a whole cannot be duplicated.</source>
        <translation>Die angehängten Daten als Ganzes lassen sich nicht duplizieren.</translation>
    </message>
    <message>
        <source>%1 copy</source>
        <extracomment>the key of a duplicate; %1 is the key it was made from</extracomment>
        <translation>%1 Kopie</translation>
    </message>
    <message>
        <source>Duplicate “%1”</source>
        <translation>„%1“ duplizieren</translation>
    </message>
    <message>
        <source>Remove “%1”</source>
        <translation>„%1“ entfernen</translation>
    </message>
    <message>
        <source>The attached data as a whole cannot be moved.</source>
        <translation>Die angehängten Daten als Ganzes lassen sich nicht verschieben.</translation>
    </message>
    <message>
        <source>Only objects and arrays can hold values.</source>
        <translation>Nur Objekte und Listen können Werte enthalten.</translation>
    </message>
    <message>
        <source>A value cannot be moved into itself.</source>
        <translation>Ein Wert lässt sich nicht in sich selbst verschieben.</translation>
    </message>
    <message>
        <source>Move “%1”</source>
        <translation>„%1“ verschieben</translation>
    </message>
    <message numerus="yes">
        <source>%n pasted key(s) are here already: %1. Rename or remove them first, or paste into another object.</source>
        <translation>
            <numerusform>%n eingefügten Schlüssel gibt es hier schon: %1. Benennen Sie ihn zuerst um, entfernen Sie ihn oder fügen Sie in ein anderes Objekt ein.</numerusform>
            <numerusform>%n eingefügte Schlüssel gibt es hier schon: %1. Benennen Sie sie zuerst um, entfernen Sie sie oder fügen Sie in ein anderes Objekt ein.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Paste %n Key(s)</source>
        <translation>
            <numerusform>%n Schlüssel einfügen</numerusform>
            <numerusform>%n Schlüssel einfügen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add %n Key(s)</source>
        <translation>
            <numerusform>%n Schlüssel hinzufügen</numerusform>
            <numerusform>%n Schlüssel hinzufügen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>closeout::ui::PayloadEditor</name>
    <message>
        <source>Attached data</source>
        <translation>Angehängte Daten</translation>
    </message>
    <message>
        <source>Change &amp;Type</source>
        <translation>&amp;Typ ändern</translation>
    </message>
    <message>
        <source>Add a key, or paste JSON.</source>
        <translation>Fügen Sie einen Schlüssel hinzu oder JSON ein.</translation>
    </message>
    <message>
        <source>No attached data</source>
        <translation>Keine angehängten Daten</translation>
    </message>
    <message>
        <source>Nothing has been changed.</source>
        <translation>Es wurde nichts geändert.</translation>
    </message>
</context>
<context>
    <name>closeout::ui::PayloadModel</name>
    <message>
        <source>%1, %2, %3</source>
        <extracomment>a row of attached data for a screen reader: key, type, value</extracomment>
        <translation>%1, %2, %3</translation>
    </message>
    <message numerus="yes">
        <source>%n member(s)</source>
        <translation>
            <numerusform>%n Eintrag</numerusform>
            <numerusform>%n Einträge</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n element(s)</source>
        <translation>
            <numerusform>%n Element</numerusform>
            <numerusform>%n Elemente</numerusform>
        </translation>
    </message>
    <message>
        <source>This key is here more than once; most readers take the last one only.</source>
        <translation>Diesen Schlüssel gibt es hier mehrfach; die meisten Programme lesen nur den letzten.</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>“%1” is not a number, true, false or null. For a text, change the type to string, or put it into quotes.</source>
        <translation>„%1“ ist weder eine Zahl noch true, false oder null. Für einen Text ändern Sie den Typ in „Text“ oder setzen Sie ihn in Anführungszeichen (&quot;).</translation>
    </message>
    <message>
        <source>A key inside is there more than once; most readers take the last one only.</source>
        <translation>Ein Schlüssel darin steht mehr als einmal da; die meisten Leser nehmen nur den letzten.</translation>
    </message>
</context>
<context>
    <name>closeout::ui::PayloadTree</name>
    <message>
        <source>Attached data</source>
        <translation>Angehängte Daten</translation>
    </message>
</context>
<context>
    <name>closeout::ui::PreviewView</name>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>As a command for curl</source>
        <translation>Als Befehl für curl</translation>
    </message>
    <message>
        <source>There is nothing to send yet.</source>
        <translation>Es gibt noch nichts zu senden.</translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s) of body, exactly as they are sent. Secrets are masked.</source>
        <translation>
            <numerusform>%n Byte Body, genau wie es gesendet wird. Geheimes ist maskiert.</numerusform>
            <numerusform>%n Byte Body, genau wie sie gesendet werden. Geheimes ist maskiert.</numerusform>
        </translation>
    </message>
    <message>
        <source>The timestamp will be the moment of sending.</source>
        <translation>Als Zeitstempel gilt der Zeitpunkt des Sendens.</translation>
    </message>
    <message>
        <source>It cannot be sent like this: %1</source>
        <translation>So kann es nicht gesendet werden: %1</translation>
    </message>
</context>
<context>
    <name>closeout::ui::RefreshMenu</name>
    <message>
        <source>Refresh &amp;Automatically</source>
        <translation>&amp;Automatisch aktualisieren</translation>
    </message>
    <message>
        <source>&amp;Never</source>
        <translation>&amp;Nie</translation>
    </message>
    <message>
        <source>Every 30 &amp;Seconds</source>
        <translation>Alle 30 &amp;Sekunden</translation>
    </message>
    <message>
        <source>Every 2 &amp;Minutes</source>
        <translation>Alle 2 &amp;Minuten</translation>
    </message>
    <message>
        <source>Every &amp;10 Minutes</source>
        <translation>Alle &amp;10 Minuten</translation>
    </message>
</context>
<context>
    <name>closeout::ui::RowSelection</name>
    <message numerus="yes">
        <source>%Ln selected</source>
        <translation>
            <numerusform>%Ln ausgewählt</numerusform>
            <numerusform>%Ln ausgewählt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them hidden by the filter</source>
        <translation>
            <numerusform>%Ln davon durch den Filter verborgen</numerusform>
            <numerusform>%Ln davon durch den Filter verborgen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them completed or gone</source>
        <translation>
            <numerusform>%Ln davon abgeschlossen oder weg</numerusform>
            <numerusform>%Ln davon abgeschlossen oder weg</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <extracomment>between the parts of &quot;12 selected, 3 of them hidden by the filter&quot;</extracomment>
        <translation>, </translation>
    </message>
    <message numerus="yes">
        <source>Another list was loaded: %Ln that were selected are not any more.</source>
        <translation>
            <numerusform>Eine andere Liste wurde geladen: Der %Ln, der ausgewählt war, ist es nicht mehr.</numerusform>
            <numerusform>Eine andere Liste wurde geladen: Die %Ln, die ausgewählt waren, sind es nicht mehr.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected before are not in this list</source>
        <translation>
            <numerusform>%Ln zuvor ausgewählter ist nicht in dieser Liste</numerusform>
            <numerusform>%Ln zuvor ausgewählte sind nicht in dieser Liste</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>closeout::ui::RowsModel</name>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>Abgeschlossen</translation>
    </message>
    <message>
        <source>Gone</source>
        <translation>Weg</translation>
    </message>
    <message>
        <source>selected</source>
        <translation>ausgewählt</translation>
    </message>
    <message>
        <source>not selected</source>
        <translation>nicht ausgewählt</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>a cell of the list for screen readers: its column and what it says</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>Selected</source>
        <translation>Ausgewählt</translation>
    </message>
    <message>
        <source>Contact key: %1</source>
        <translation>Kontaktschlüssel: %1</translation>
    </message>
    <message>
        <source>Task %1</source>
        <translation>Aufgabe %1</translation>
    </message>
    <message>
        <source>Service %1</source>
        <translation>Service %1</translation>
    </message>
    <message>
        <source>overdue</source>
        <extracomment>names of rules, each a reason why something counts as stuck</extracomment>
        <translation>überfällig</translation>
    </message>
    <message>
        <source>silent</source>
        <translation>still</translation>
    </message>
    <message>
        <source>left behind</source>
        <translation>zurückgelassen</translation>
    </message>
    <message>
        <source>past its end</source>
        <translation>über das Ende hinaus</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>In Arbeit</translation>
    </message>
    <message>
        <source>a draft is kept</source>
        <translation>ein Entwurf ist gesichert</translation>
    </message>
    <message>
        <source>A draft is kept for it.</source>
        <translation>Dazu ist ein Entwurf gesichert.</translation>
    </message>
    <message>
        <source>Shown, and asked for in the filter, in the time zone %1.</source>
        <translation>Gezeigt und im Filter gefragt in der Zeitzone %1.</translation>
    </message>
</context>
<context>
    <name>closeout::ui::RowsPane</name>
    <message>
        <source>&amp;Filter</source>
        <translation>&amp;Filter</translation>
    </message>
    <message>
        <source>Select or &amp;Deselect Row</source>
        <translation>Zeile an- oder &amp;abwählen</translation>
    </message>
    <message>
        <source>Select All That &amp;Match</source>
        <translation>Alle &amp;passenden auswählen</translation>
    </message>
    <message>
        <source>&amp;Clear Selection</source>
        <translation>Auswahl auf&amp;heben</translation>
    </message>
    <message>
        <source>Show &amp;Only Selected</source>
        <translation>&amp;Nur Ausgewählte zeigen</translation>
    </message>
    <message>
        <source>Shows what is selected in place of what matches the filter.</source>
        <translation>Zeigt, was ausgewählt ist, an Stelle dessen, was zum Filter passt.</translation>
    </message>
    <message>
        <source>Copy Service &amp;Ids</source>
        <translation>Service-&amp;Ids kopieren</translation>
    </message>
    <message>
        <source>Those of the selected rows, or else of the current one.</source>
        <translation>Die der ausgewählten Zeilen oder sonst der aktuellen.</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Services</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Aufgaben</translation>
    </message>
    <message>
        <source>%1 shown</source>
        <translation>%1 gezeigt</translation>
    </message>
    <message>
        <source>%1 of %2 match</source>
        <translation>%1 von %2 passen</translation>
    </message>
    <message>
        <source>Nothing is selected.</source>
        <translation>Es ist nichts ausgewählt.</translation>
    </message>
    <message>
        <source>Select All %1 That &amp;Match</source>
        <extracomment>%1: how many rows, as in &quot;Select All 388 That Match&quot;</extracomment>
        <translation>Alle %1 &amp;passenden auswählen</translation>
    </message>
    <message>
        <source>Nothing matches the filter.</source>
        <translation>Nichts passt zum Filter.</translation>
    </message>
    <message>
        <source>Choose a service first.</source>
        <translation>Wählen Sie zuerst einen Service.</translation>
    </message>
    <message>
        <source>Choose a row first.</source>
        <translation>Wählen Sie zuerst eine Zeile.</translation>
    </message>
    <message>
        <source>Choose C&amp;olumns…</source>
        <translation>Spalten &amp;wählen …</translation>
    </message>
    <message>
        <source>Any field, and any value in the attached data.</source>
        <translation>Jedes Feld und jeder Wert in den angehängten Daten.</translation>
    </message>
    <message>
        <source>The filter is wrong: %1</source>
        <translation>Der Filter ist falsch: %1</translation>
    </message>
    <message>
        <source>So&amp;rt By…</source>
        <translation>Sortieren &amp;nach …</translation>
    </message>
    <message>
        <source>As a click on the heading of a column does.</source>
        <translation>Wie ein Klick auf die Überschrift einer Spalte.</translation>
    </message>
    <message>
        <source>%1 shown, those selected</source>
        <translation>%1 gezeigt, die ausgewählten</translation>
    </message>
    <message>
        <source>%1 shown, not filtered</source>
        <translation>%1 gezeigt, nicht gefiltert</translation>
    </message>
    <message>
        <source>%1 shown, %2 of them ended</source>
        <translation>%1 gezeigt, davon %2 beendet</translation>
    </message>
    <message>
        <source>%1 match</source>
        <translation>%1 passen</translation>
    </message>
    <message>
        <source>%1 of %2 match, %3 of them ended</source>
        <translation>%1 von %2 passen, davon %3 beendet</translation>
    </message>
    <message>
        <source>%1, up to the error</source>
        <extracomment>of a filter that is wrong what stands before the error is asked for; %1: &quot;3 of 5 match&quot;</extracomment>
        <translation>%1, bis zum Fehler</translation>
    </message>
    <message>
        <source>%1 selected, %2 in all</source>
        <extracomment>%1: a row, as &quot;Service 1&quot;; %2: how many are selected</extracomment>
        <translation>%1 ausgewählt, insgesamt %2</translation>
    </message>
    <message>
        <source>%1 not selected any more, %2 in all</source>
        <translation>%1 nicht mehr ausgewählt, insgesamt %2</translation>
    </message>
    <message>
        <source>Neither a customer nor a contact key is known of it.</source>
        <translation>Weder ein Kunde noch ein Kontaktschlüssel ist von ihm bekannt.</translation>
    </message>
    <message>
        <source>A filter asks for such a cell by comparing, as in age&gt;4h.</source>
        <translation>Nach einer solchen Zelle fragt ein Filter durch Vergleichen, wie in age&gt;4h.</translation>
    </message>
    <message>
        <source>Prepare Current &amp;Row…</source>
        <translation>Aktuelle &amp;Zeile vorbereiten…</translation>
    </message>
    <message>
        <source>Moves into its form. Nothing is sent yet.</source>
        <translation>Geht in ihr Formular. Noch wird nichts gesendet.</translation>
    </message>
    <message>
        <source>Copy &amp;Id</source>
        <translation>&amp;ID kopieren</translation>
    </message>
    <message>
        <source>That of the current row.</source>
        <translation>Die der aktuellen Zeile.</translation>
    </message>
    <message>
        <source>Cop&amp;y Customer</source>
        <translation>&amp;Kunden kopieren</translation>
    </message>
    <message>
        <source>Only This &amp;Value</source>
        <translation>Nur diesen &amp;Wert</translation>
    </message>
    <message>
        <source>Adds to the filter what the current cell says.</source>
        <translation>Fügt dem Filter hinzu, was die aktuelle Zelle sagt.</translation>
    </message>
    <message>
        <source>All of This C&amp;ustomer</source>
        <translation>Alles von &amp;diesem Kunden</translation>
    </message>
    <message>
        <source>Puts the customer of the current row in place of the filter.</source>
        <translation>Setzt den Kunden der aktuellen Zeile an die Stelle des Filters.</translation>
    </message>
    <message>
        <source>%1. The form completes the current row alone.</source>
        <extracomment>%1: &quot;5 selected&quot;</extracomment>
        <translation>%1. Das Formular schließt nur die aktuelle Zeile ab.</translation>
    </message>
</context>
<context>
    <name>closeout::ui::SandboxPage</name>
    <message>
        <source>Sandbox</source>
        <translation>Sandbox</translation>
    </message>
    <message>
        <source>Start afresh</source>
        <translation>Sandbox zurücksetzen</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>Goes back to the services.</source>
        <translation>Kehrt zu den Services zurück.</translation>
    </message>
    <message>
        <source>&amp;Use the Sandbox</source>
        <translation>Sandbox &amp;verwenden</translation>
    </message>
    <message>
        <source>Points the window at it.</source>
        <translation>Wechselt dorthin.</translation>
    </message>
    <message>
        <source>&amp;Copy URL</source>
        <translation>URL &amp;kopieren</translation>
    </message>
    <message>
        <source>For another program, as curl or Postman.</source>
        <translation>Für ein anderes Programm, etwa curl oder Postman.</translation>
    </message>
    <message>
        <source>Start &amp;Afresh</source>
        <translation>Sandbox &amp;zurücksetzen</translation>
    </message>
    <message>
        <source>Replaces everything in it by new demonstration data.</source>
        <translation>Ersetzt alles darin durch neue Vorführdaten.</translation>
    </message>
    <message>
        <source>Replace Everything</source>
        <translation>Alles ersetzen</translation>
    </message>
    <message>
        <source>Keep It</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>The sandbox is a Context Services server inside this program, filled with demonstration data. It answers as the real one does, nothing leaves this computer, and whatever you do in it harms nobody.</source>
        <translation>Die Sandbox ist ein Context-Services-Server in diesem Programm, gefüllt mit Vorführdaten. Sie antwortet wie ein echter Server, nichts verlässt diesen Rechner, und was immer Sie darin tun, schadet niemandem.</translation>
    </message>
    <message>
        <source>Base URL</source>
        <translation>Basis-URL</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Dialect</source>
        <translation>Dialekt</translation>
    </message>
    <message>
        <source>8.5, Genesys Mobile Services</source>
        <translation>8.5, Genesys Mobile Services</translation>
    </message>
    <message>
        <source>Attached data are any JSON, ids are text of any form, and all active services can be listed.</source>
        <translation>Angehängte Daten sind beliebiges JSON, IDs sind beliebiger Text, und alle aktiven Services lassen sich auflisten.</translation>
    </message>
    <message>
        <source>8.1, Universal Contact Server</source>
        <translation>8.1, Universal Contact Server</translation>
    </message>
    <message>
        <source>Attached data follow schemas, ids are numbers, and services are found by customer, contact key or id.</source>
        <translation>Angehängte Daten folgen Schemas, IDs sind Zahlen, und Services findet man über Kunde, Kontaktschlüssel oder ID.</translation>
    </message>
    <message>
        <source>Attached data</source>
        <translation>Angehängte Daten</translation>
    </message>
    <message>
        <source>An end replaces all of them</source>
        <translation>Ein Abschluss ersetzt alle</translation>
    </message>
    <message>
        <source>What the end event does not carry again is gone. That is how the documents of 8.5 read.</source>
        <translation>Was das Abschlussereignis nicht wieder mitbringt, ist weg. So liest sich die Dokumentation von 8.5.</translation>
    </message>
    <message>
        <source>An end replaces only its own keys</source>
        <translation>Ein Abschluss ersetzt nur seine eigenen Schlüssel</translation>
    </message>
    <message>
        <source>The others stay as they were. That is how the documents of 8.1 read.</source>
        <translation>Die anderen bleiben, wie sie waren. So liest sich die Dokumentation von 8.1.</translation>
    </message>
    <message>
        <source>Not running; it starts when it is used</source>
        <translation>Läuft nicht; startet, wenn sie verwendet wird</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Startet…</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>It could not be started</source>
        <translation>Ließ sich nicht starten</translation>
    </message>
    <message>
        <source>The sandbox could not be started</source>
        <translation>Die Sandbox ließ sich nicht starten</translation>
    </message>
    <message>
        <source>The sandbox forgets what you do in it</source>
        <translation>Die Sandbox vergisst, was Sie darin tun</translation>
    </message>
    <message>
        <source>It has none until it runs.</source>
        <translation>Die URL steht erst fest, wenn die Sandbox läuft.</translation>
    </message>
    <message>
        <source>Replace everything in the sandbox?</source>
        <translation>Alles in der Sandbox ersetzen?</translation>
    </message>
    <message>
        <source>What you completed in this dialect is forgotten, and new demonstration data come in its place. The journal keeps what you did.</source>
        <translation>Was Sie in diesem Dialekt abgeschlossen haben, ist vergessen; an seine Stelle kommen neue Vorführdaten. Im Journal bleibt, was Sie getan haben.</translation>
    </message>
</context>
<context>
    <name>closeout::ui::SavedViewsModel</name>
    <message>
        <source>Whatever is loaded</source>
        <translation>Was immer geladen ist</translation>
    </message>
    <message>
        <source>all services</source>
        <translation>alle Services</translation>
    </message>
    <message numerus="yes">
        <source>%Ln customer(s)</source>
        <translation>
            <numerusform>%Ln Kunde</numerusform>
            <numerusform>%Ln Kunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln contact key(s)</source>
        <translation>
            <numerusform>%Ln Kontaktschlüssel</numerusform>
            <numerusform>%Ln Kontaktschlüssel</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln service id(s)</source>
        <translation>
            <numerusform>%Ln Service-Id</numerusform>
            <numerusform>%Ln Service-Ids</numerusform>
        </translation>
    </message>
    <message>
        <source>Loads %1</source>
        <extracomment>%1: what is loaded, as in &quot;Loads 2 customers, 5 service ids&quot;</extracomment>
        <translation>Lädt %1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>a saved view, and how many rows match it</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>No filter</source>
        <translation>Kein Filter</translation>
    </message>
    <message>
        <source>Filter: %1</source>
        <translation>Filter: %1</translation>
    </message>
    <message>
        <source>Not counted: its services are not loaded.</source>
        <translation>Nicht gezählt: Die Services dieser Ansicht sind nicht geladen.</translation>
    </message>
    <message numerus="yes">
        <source>Matches %Ln loaded row(s).</source>
        <translation>
            <numerusform>Passt zu %Ln geladenen Zeile.</numerusform>
            <numerusform>Passt zu %Ln geladenen Zeilen.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (not loaded)</source>
        <extracomment>a saved view of services that are not loaded, so that nothing can be counted</extracomment>
        <translation>%1 (nicht geladen)</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <extracomment>a saved view, and a sentence that says how many rows match it</extracomment>
        <translation>%1. %2</translation>
    </message>
</context>
<context>
    <name>closeout::ui::SavedViewsPane</name>
    <message>
        <source>Saved views</source>
        <translation>Gespeicherte Ansichten</translation>
    </message>
    <message>
        <source>Saved Views</source>
        <translation>Gespeicherte Ansichten</translation>
    </message>
    <message>
        <source>&amp;Apply View</source>
        <translation>Ansicht &amp;anwenden</translation>
    </message>
    <message>
        <source>Looks at what the chosen view says, and loads it if need be.</source>
        <translation>Zeigt, was die gewählte Ansicht sagt, und lädt es, wenn nötig.</translation>
    </message>
    <message>
        <source>Save &amp;View…</source>
        <translation>Ansicht &amp;speichern …</translation>
    </message>
    <message>
        <source>Keeps sources, filter, columns and order under a name.</source>
        <translation>Merkt sich Quellen, Filter, Spalten und Reihenfolge unter einem Namen.</translation>
    </message>
    <message>
        <source>&amp;Update View</source>
        <translation>Ansicht a&amp;ktualisieren</translation>
    </message>
    <message>
        <source>Keeps what is looked at now in the chosen view.</source>
        <translation>Merkt sich in der gewählten Ansicht, was jetzt betrachtet wird.</translation>
    </message>
    <message>
        <source>&amp;Rename View</source>
        <translation>Ansicht &amp;umbenennen</translation>
    </message>
    <message>
        <source>Re&amp;move View</source>
        <translation>Ansicht ent&amp;fernen</translation>
    </message>
    <message>
        <source>&amp;Put View Back</source>
        <translation>Ansicht &amp;zurückholen</translation>
    </message>
    <message>
        <source>&amp;Import View…</source>
        <translation>Ansicht &amp;importieren …</translation>
    </message>
    <message>
        <source>&amp;Export View…</source>
        <translation>Ansicht e&amp;xportieren …</translation>
    </message>
    <message>
        <source>How many of the loaded rows match each view.</source>
        <translation>Wie viele der geladenen Zeilen zu jeder Ansicht passen.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>No view is saved yet.</source>
        <translation>Es ist noch keine Ansicht gespeichert.</translation>
    </message>
    <message>
        <source>Name of the view</source>
        <translation>Name der Ansicht</translation>
    </message>
    <message>
        <source>Type a name first.</source>
        <translation>Geben Sie zuerst einen Namen ein.</translation>
    </message>
    <message>
        <source>Import a Saved View</source>
        <translation>Gespeicherte Ansicht importieren</translation>
    </message>
    <message>
        <source>Saved views (*.json);;All files (*)</source>
        <translation>Gespeicherte Ansichten (*.json);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Export the Saved View</source>
        <translation>Gespeicherte Ansicht exportieren</translation>
    </message>
    <message>
        <source>Saved views (*.json)</source>
        <translation>Gespeicherte Ansichten (*.json)</translation>
    </message>
    <message>
        <source>Choose a view first.</source>
        <translation>Wählen Sie zuerst eine Ansicht.</translation>
    </message>
    <message>
        <source>“%1” was removed</source>
        <translation>„%1“ wurde entfernt</translation>
    </message>
    <message numerus="yes">
        <source>%n saved view(s) cannot be read</source>
        <translation>
            <numerusform>%n gespeicherte Ansicht kann nicht gelesen werden</numerusform>
            <numerusform>%n gespeicherte Ansichten können nicht gelesen werden</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Count</source>
        <translation>&amp;Zählen</translation>
    </message>
    <message>
        <source>The view was not saved</source>
        <translation>Die Ansicht wurde nicht gespeichert</translation>
    </message>
    <message>
        <source>The view was not put back</source>
        <translation>Die Ansicht wurde nicht zurückgeholt</translation>
    </message>
    <message>
        <source>The view was not renamed</source>
        <translation>Die Ansicht wurde nicht umbenannt</translation>
    </message>
    <message>
        <source>The view was not removed</source>
        <translation>Die Ansicht wurde nicht entfernt</translation>
    </message>
    <message>
        <source>The view was not imported</source>
        <translation>Die Ansicht wurde nicht importiert</translation>
    </message>
    <message>
        <source>The view was not exported</source>
        <translation>Die Ansicht wurde nicht exportiert</translation>
    </message>
    <message>
        <source>The view “%1” will be replaced.</source>
        <translation>Die Ansicht „%1“ wird ersetzt.</translation>
    </message>
    <message>
        <source>No view has been removed or replaced.</source>
        <translation>Es wurde keine Ansicht entfernt oder ersetzt.</translation>
    </message>
    <message>
        <source>“%1” was replaced</source>
        <translation>„%1“ wurde ersetzt</translation>
    </message>
    <message>
        <source>“%1” is as it was before</source>
        <translation>„%1“ ist wieder wie zuvor</translation>
    </message>
    <message>
        <source>Save…</source>
        <extracomment>Save View, on a button below the views</extracomment>
        <translation>Speichern …</translation>
    </message>
    <message>
        <source>The view was exported</source>
        <translation>Die Ansicht wurde exportiert</translation>
    </message>
</context>
<context>
    <name>closeout::ui::SentWords</name>
    <message>
        <source>“%1”</source>
        <extracomment>a text as it is sent, in quotes, where a number has none</extracomment>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>a disposition and what it means: &quot;10 (SUCCESS)&quot;</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>It is ended without a disposition.</source>
        <translation>Der Abschluss geschieht ohne Ergebnis.</translation>
    </message>
    <message>
        <source>Disposition: %1</source>
        <translation>Ergebnis: %1</translation>
    </message>
    <message>
        <source>Description: %1</source>
        <translation>Beschreibung: %1</translation>
    </message>
    <message>
        <source>Type: %1</source>
        <translation>Typ: %1</translation>
    </message>
    <message>
        <source>Customer: %1</source>
        <translation>Kunde: %1</translation>
    </message>
    <message>
        <source>Contact key: %1</source>
        <translation>Kontaktschlüssel: %1</translation>
    </message>
    <message>
        <source>Age: %1</source>
        <translation>Alter: %1</translation>
    </message>
    <message numerus="yes">
        <source>Task(s) %1 stay(s) open.</source>
        <translation>
            <numerusform>Aufgabe %1 bleibt offen.</numerusform>
            <numerusform>Aufgaben %1 bleiben offen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>State(s) %1 stay(s) open.</source>
        <translation>
            <numerusform>Zustand %1 bleibt offen.</numerusform>
            <numerusform>Zustände %1 bleiben offen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>closeout::ui::ServiceAtHand</name>
    <message>
        <source>The task could not be read</source>
        <translation>Die Aufgabe konnte nicht geladen werden</translation>
    </message>
    <message>
        <source>The state could not be read</source>
        <translation>Der Zustand konnte nicht geladen werden</translation>
    </message>
</context>
<context>
    <name>closeout::ui::ServicePane</name>
    <message>
        <source>How the service stands</source>
        <translation>Stand des Service</translation>
    </message>
    <message>
        <source>Reading the service</source>
        <translation>Laden des Service</translation>
    </message>
    <message>
        <source>States and tasks</source>
        <translation>Zustände und Aufgaben</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Laden</translation>
    </message>
    <message>
        <source>Service %1</source>
        <translation>Service %1</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird geladen…</translation>
    </message>
    <message>
        <source>No service chosen</source>
        <translation>Kein Service gewählt</translation>
    </message>
    <message>
        <source>Choose one above to see its states, its tasks and their attached data.</source>
        <translation>Wählen Sie oben einen, um seine Zustände und Aufgaben und deren angehängte Daten zu sehen.</translation>
    </message>
    <message>
        <source> · </source>
        <translation> · </translation>
    </message>
    <message>
        <source>The service could not be read again; this is how it stood at %1.</source>
        <translation>Der Service ließ sich nicht neu laden; dies ist der Stand von %1.</translation>
    </message>
    <message>
        <source>The service could not be read.</source>
        <translation>Der Service ließ sich nicht laden.</translation>
    </message>
    <message>
        <source>This task is completed.</source>
        <translation>Diese Aufgabe ist abgeschlossen.</translation>
    </message>
    <message>
        <source>Choose a service first.</source>
        <translation>Wählen Sie zuerst einen Service.</translation>
    </message>
    <message>
        <source>This service is completed.</source>
        <translation>Dieser Service ist abgeschlossen.</translation>
    </message>
    <message>
        <source>This service has neither states nor tasks</source>
        <translation>Dieser Service hat weder Zustände noch Aufgaben</translation>
    </message>
    <message>
        <source>Prepare &amp;Task…</source>
        <translation>&amp;Aufgabe vorbereiten…</translation>
    </message>
    <message>
        <source>Prepare &amp;Service…</source>
        <translation>&amp;Service vorbereiten…</translation>
    </message>
    <message>
        <source>Opens the form that completes the service. Nothing is sent yet.</source>
        <translation>Öffnet das Formular, das den Service abschließt. Noch wird nichts gesendet.</translation>
    </message>
    <message>
        <source>States and Tasks</source>
        <translation>Zustände und Aufgaben</translation>
    </message>
    <message>
        <source>Time Line</source>
        <translation>Zeitleiste</translation>
    </message>
    <message>
        <source>Parts of the service</source>
        <translation>Teile des Service</translation>
    </message>
    <message>
        <source>The server does not show states and tasks</source>
        <translation>Der Server zeigt Zustände und Aufgaben nicht</translation>
    </message>
    <message>
        <source>There may be some all the same.</source>
        <translation>Es kann trotzdem welche geben.</translation>
    </message>
    <message>
        <source>Opens the form that completes the task or state. Nothing is sent yet.</source>
        <translation>Öffnet das Formular, das die Aufgabe oder den Zustand abschließt. Noch wird nichts gesendet.</translation>
    </message>
    <message>
        <source>Prepare S&amp;tate…</source>
        <translation>Zust&amp;and vorbereiten…</translation>
    </message>
    <message>
        <source>Choose an open task or state first.</source>
        <translation>Wählen Sie zuerst eine offene Aufgabe oder einen offenen Zustand.</translation>
    </message>
    <message>
        <source>This state is completed.</source>
        <translation>Dieser Zustand ist abgeschlossen.</translation>
    </message>
</context>
<context>
    <name>closeout::ui::ServiceWords</name>
    <message>
        <source>Started %1, which is in the future</source>
        <translation>Gestartet %1, das liegt in der Zukunft</translation>
    </message>
    <message>
        <source>Started %1, %2 ago</source>
        <translation>Gestartet %1, vor %2</translation>
    </message>
    <message>
        <source>Expected %1, exceeded by %2</source>
        <translation>Erwartet %1, überschritten um %2</translation>
    </message>
    <message>
        <source>Expected %1</source>
        <translation>Erwartet %1</translation>
    </message>
    <message>
        <source>Customer %1</source>
        <translation>Kunde %1</translation>
    </message>
    <message>
        <source>Contact key %1</source>
        <translation>Kontaktschlüssel %1</translation>
    </message>
    <message>
        <source>Media %1</source>
        <translation>Medium %1</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>a disposition and what it means: &quot;10 (SUCCESS)&quot;</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Completed without a disposition.</source>
        <translation>Abgeschlossen ohne Ergebnis.</translation>
    </message>
    <message>
        <source>Completed on %1 without a disposition.</source>
        <translation>Abgeschlossen am %1 ohne Ergebnis.</translation>
    </message>
    <message>
        <source>Completed with disposition %1.</source>
        <translation>Abgeschlossen mit Ergebnis %1.</translation>
    </message>
    <message>
        <source>Completed on %1 with disposition %2.</source>
        <translation>Abgeschlossen am %1 mit Ergebnis %2.</translation>
    </message>
</context>
<context>
    <name>closeout::ui::ServicesPane</name>
    <message>
        <source>Sources that failed</source>
        <translation>Fehlgeschlagene Quellen</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Services</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>Laden</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>&amp;Cancel Loading</source>
        <translation>Laden abbre&amp;chen</translation>
    </message>
    <message>
        <source>Nothing loaded yet</source>
        <translation>Noch nichts geladen</translation>
    </message>
    <message>
        <source>Choose at the left where services come from, then load them.</source>
        <translation>Wählen Sie links, woher die Services kommen, und laden Sie sie.</translation>
    </message>
    <message>
        <source>Nothing is being loaded.</source>
        <translation>Es wird gerade nichts geladen.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>a source that failed (&quot;customer 0001&quot;), and why</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more, see the details.</source>
        <translation>
            <numerusform>… und %n weitere, siehe Details.</numerusform>
            <numerusform>… und %n weitere, siehe Details.</numerusform>
        </translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Wird geladen…</translation>
    </message>
    <message>
        <source>No services</source>
        <translation>Keine Services</translation>
    </message>
    <message>
        <source>There is none in the chosen source.</source>
        <translation>In der gewählten Quelle gibt es keinen.</translation>
    </message>
    <message>
        <source>No services were found</source>
        <translation>Es wurden keine Services gefunden</translation>
    </message>
    <message>
        <source>Loading was cancelled before any arrived.</source>
        <translation>Das Laden wurde abgebrochen, bevor einer eintraf.</translation>
    </message>
    <message>
        <source>Not all sources could be asked.</source>
        <translation>Nicht alle Quellen konnten befragt werden.</translation>
    </message>
    <message>
        <source>No services could be loaded</source>
        <translation>Es konnten keine Services geladen werden</translation>
    </message>
    <message>
        <source>Try Failed Sources A&amp;gain</source>
        <translation>Fehlgeschlagene Quellen noch ein&amp;mal</translation>
    </message>
    <message>
        <source>Asks the sources that failed once more, and them alone.</source>
        <translation>Fragt die fehlgeschlagenen Quellen noch einmal, und nur sie.</translation>
    </message>
    <message>
        <source>What has arrived stays.</source>
        <translation>Was angekommen ist, bleibt.</translation>
    </message>
    <message>
        <source>Show &amp;Services</source>
        <translation>&amp;Services zeigen</translation>
    </message>
    <message>
        <source>Show &amp;Tasks</source>
        <translation>A&amp;ufgaben zeigen</translation>
    </message>
    <message>
        <source>The active tasks of everything that was loaded.</source>
        <translation>Die aktiven Aufgaben von allem, was geladen wurde.</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Aufgaben</translation>
    </message>
    <message>
        <source>No source has failed.</source>
        <translation>Keine Quelle ist fehlgeschlagen.</translation>
    </message>
    <message numerus="yes">
        <source>%n source(s) brought nothing</source>
        <translation>
            <numerusform>%n Quelle brachte nichts</numerusform>
            <numerusform>%n Quellen brachten nichts</numerusform>
        </translation>
    </message>
    <message>
        <source>Rows appear as they arrive.</source>
        <translation>Zeilen erscheinen, sowie sie ankommen.</translation>
    </message>
    <message>
        <source>Nothing to show</source>
        <translation>Nichts zu zeigen</translation>
    </message>
    <message>
        <source>What was loaded has been completed or is gone.</source>
        <translation>Was geladen wurde, ist abgeschlossen oder weg.</translation>
    </message>
    <message>
        <source>Nothing matches the filter</source>
        <translation>Nichts passt zum Filter</translation>
    </message>
    <message>
        <source>Press Esc in the filter to see everything again.</source>
        <translation>Drücken Sie Esc im Filter, um alles wieder zu sehen.</translation>
    </message>
    <message numerus="yes">
        <source>%n source(s) failed, last tried at %1</source>
        <extracomment>%1: a time of day; another try that fails is seen by it</extracomment>
        <translation>
            <numerusform>%n Quelle fehlgeschlagen, zuletzt versucht: %1</numerusform>
            <numerusform>%n Quellen fehlgeschlagen, zuletzt versucht: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln active task(s) of %1</source>
        <extracomment>how many tasks, and of what: &quot;7 active tasks of 12 active services, as of 10:42:07&quot;</extracomment>
        <translation>
            <numerusform>%Ln aktive Aufgabe von: %1</numerusform>
            <numerusform>%Ln aktive Aufgaben von: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Service %1, which is shown below, is not among these rows.</source>
        <translation>Service %1, der unten gezeigt wird, ist nicht unter diesen Zeilen.</translation>
    </message>
    <message>
        <source>Service %1, which is shown below, is not in this list.</source>
        <translation>Service %1, der unten gezeigt wird, ist nicht in dieser Liste.</translation>
    </message>
    <message>
        <source>Stuck: %1</source>
        <extracomment>%1: why a service or task is stuck: &quot;open 3 d, expected 1 h; no event for 2 d&quot;</extracomment>
        <translation>Hängt: %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln that has ended matches: add -is:active to the filter to see it.</source>
        <extracomment>what is to be added is not translated</extracomment>
        <translation>
            <numerusform>%Ln beendeter Eintrag passt: Ergänzen Sie im Filter -is:active, um ihn zu sehen.</numerusform>
            <numerusform>%Ln beendete Einträge passen: Ergänzen Sie im Filter -is:active, um sie zu sehen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>closeout::ui::SignInBar</name>
    <message>
        <source>Keep it in the system&apos;s password store</source>
        <translation>Im Passwortspeicher des Systems behalten</translation>
    </message>
    <message>
        <source>Sign In</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Password of “%1” at %2</source>
        <translation>Passwort von „%1“ für %2</translation>
    </message>
    <message>
        <source>Type the password first.</source>
        <translation>Geben Sie zuerst das Passwort ein.</translation>
    </message>
    <message>
        <source>Sign &amp;In…</source>
        <translation>&amp;Anmelden…</translation>
    </message>
    <message>
        <source>Goes to the password of the environment in use.</source>
        <translation>Geht zum Passwort der Umgebung, die in Gebrauch ist.</translation>
    </message>
    <message>
        <source>Sign &amp;Out</source>
        <translation>Ab&amp;melden</translation>
    </message>
    <message>
        <source>Forgets the password in use; one that is kept in the system&apos;s password store stays there.</source>
        <translation>Vergisst das Passwort, das in Gebrauch ist; eines, das im Passwortspeicher des Systems aufbewahrt wird, bleibt dort.</translation>
    </message>
    <message>
        <source>Nobody signs in there: the environment names no user.</source>
        <translation>Dort meldet sich niemand an: Die Umgebung nennt keinen Benutzer.</translation>
    </message>
    <message>
        <source>There is nothing to sign in to now.</source>
        <translation>Jetzt gibt es nichts, wo man sich anmelden könnte.</translation>
    </message>
    <message>
        <source>You are signed in. Sign out first.</source>
        <translation>Sie sind angemeldet. Melden Sie sich zuerst ab.</translation>
    </message>
    <message>
        <source>You are not signed in.</source>
        <translation>Sie sind nicht angemeldet.</translation>
    </message>
</context>
<context>
    <name>closeout::ui::SortMenu</name>
    <message>
        <source>Sort by</source>
        <translation>Sortieren nach</translation>
    </message>
    <message>
        <source>&amp;Descending</source>
        <translation>&amp;Absteigend</translation>
    </message>
</context>
<context>
    <name>closeout::ui::SourceField</name>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>%1 kann nicht gelesen werden: %2.</translation>
    </message>
    <message>
        <source>%1 is too large to be a list of ids.</source>
        <translation>%1 ist zu groß für eine Liste von Ids.</translation>
    </message>
    <message>
        <source>From File…</source>
        <translation>Aus Datei …</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>One per line</source>
        <translation>Je Zeile eine</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Spalte</translation>
    </message>
    <message>
        <source>Ids from a File</source>
        <translation>Ids aus einer Datei</translation>
    </message>
    <message>
        <source>Tables and texts (*.csv *.tsv *.txt);;All files (*)</source>
        <translation>Tabellen und Texte (*.csv *.tsv *.txt);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>The list is still being read.</source>
        <translation>Die Liste wird noch gelesen.</translation>
    </message>
    <message>
        <source>Give at least one, or choose another source.</source>
        <translation>Geben Sie mindestens eine an oder wählen Sie eine andere Quelle.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln given</source>
        <translation>
            <numerusform>%Ln angegeben</numerusform>
            <numerusform>%Ln angegeben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln twice</source>
        <translation>
            <numerusform>%Ln doppelt</numerusform>
            <numerusform>%Ln doppelt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln refused</source>
        <translation>
            <numerusform>%Ln abgelehnt</numerusform>
            <numerusform>%Ln abgelehnt</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading…</source>
        <extracomment>between the parts of a line such as &quot;12 given, 3 twice, 1 refused&quot;</extracomment>
        <translation>Wird gelesen …</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message numerus="yes">
        <source>… and %Ln more.</source>
        <translation>
            <numerusform>… und %Ln weitere.</numerusform>
            <numerusform>… und %Ln weitere.</numerusform>
        </translation>
    </message>
    <message>
        <source>What was given before is still given.</source>
        <translation>Was vorher angegeben war, gilt weiter.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln cleaned</source>
        <extracomment>ids, of characters around them that are no part of them</extracomment>
        <translation>
            <numerusform>%Ln bereinigt</numerusform>
            <numerusform>%Ln bereinigt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>closeout::ui::SourcePane</name>
    <message>
        <source>Completed &amp;Too</source>
        <translation>Auch &amp;beendete</translation>
    </message>
    <message>
        <source>Loads services that are completed as well.</source>
        <translation>Lädt auch Services, die abgeschlossen sind.</translation>
    </message>
    <message>
        <source>Completed too</source>
        <translation>Auch beendete</translation>
    </message>
    <message>
        <source>&amp;Load</source>
        <translation>&amp;Laden</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>&amp;All Active</source>
        <translation>&amp;Alle aktiven</translation>
    </message>
    <message>
        <source>&amp;Customers</source>
        <translation>&amp;Kunden</translation>
    </message>
    <message>
        <source>Contact &amp;Keys</source>
        <translation>Kontakt&amp;schlüssel</translation>
    </message>
    <message>
        <source>Service &amp;Ids</source>
        <translation>Service-&amp;IDs</translation>
    </message>
    <message>
        <source>Customer ids, one per line</source>
        <translation>Kunden-IDs, je Zeile eine</translation>
    </message>
    <message>
        <source>Contact keys, one per line</source>
        <translation>Kontaktschlüssel, je Zeile einer</translation>
    </message>
    <message>
        <source>Service ids, one per line</source>
        <translation>Service-IDs, je Zeile eine</translation>
    </message>
    <message>
        <source>Started from</source>
        <translation>Begonnen ab</translation>
    </message>
    <message>
        <source>Started until</source>
        <translation>Begonnen bis</translation>
    </message>
    <message>
        <source>Nothing is started from then on and before: the first moment must be the earlier one.</source>
        <translation>Zwischen diesen beiden kann nichts begonnen haben: der erste Zeitpunkt muss der frühere sein.</translation>
    </message>
    <message>
        <source>Choose where services come from.</source>
        <translation>Wählen Sie, woher Services kommen.</translation>
    </message>
    <message>
        <source>Services that were started then or later: 2026-11-01, 2026-11-01 08:00 or friday, in the time zone %1, or 2026-11-01T08:00Z in UTC. Empty: since ever.</source>
        <translation>Services, die dann oder später begonnen haben: 2026-11-01, 2026-11-01 08:00 oder freitag, in der Zeitzone %1, oder 2026-11-01T08:00Z in UTC. Leer: seit jeher.</translation>
    </message>
    <message>
        <source>Services that were started before then: 2026-11-01, 2026-11-01 08:00 or friday, in the time zone %1, or 2026-11-01T08:00Z in UTC. Empty: until now.</source>
        <translation>Services, die vorher begonnen haben: 2026-11-01, 2026-11-01 08:00 oder freitag, in der Zeitzone %1, oder 2026-11-01T08:00Z in UTC. Leer: bis jetzt.</translation>
    </message>
    <message>
        <source>“%1” is not a moment. Write it as 2026-11-01, 2026-11-01 08:00, friday or 2026-11-01T08:00:00Z.</source>
        <translation>„%1“ ist kein Zeitpunkt. Schreiben Sie ihn als 2026-11-01, 2026-11-01 08:00, freitag oder 2026-11-01T08:00:00Z.</translation>
    </message>
</context>
<context>
    <name>closeout::ui::TargetWords</name>
    <message>
        <source>Service %1</source>
        <translation>Service %1</translation>
    </message>
    <message>
        <source>State %1 of service %2</source>
        <translation>Zustand %1 von Service %2</translation>
    </message>
    <message>
        <source>Task %1 of service %2</source>
        <translation>Aufgabe %1 von Service %2</translation>
    </message>
    <message>
        <source>&amp;Complete Service</source>
        <translation>Service a&amp;bschließen</translation>
    </message>
    <message>
        <source>&amp;Complete State</source>
        <translation>Zustand a&amp;bschließen</translation>
    </message>
    <message>
        <source>&amp;Complete Task</source>
        <translation>Aufgabe a&amp;bschließen</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>Abschließen</translation>
    </message>
    <message>
        <source>Complete service %1</source>
        <translation>Service %1 abschließen</translation>
    </message>
    <message>
        <source>Complete state %1 of service %2</source>
        <translation>Zustand %1 von Service %2 abschließen</translation>
    </message>
    <message>
        <source>Complete task %1 of service %2</source>
        <translation>Aufgabe %1 von Service %2 abschließen</translation>
    </message>
</context>
<context>
    <name>closeout::ui::Timeline</name>
    <message>
        <source>Timeline</source>
        <translation>Zeitachse</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>start</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>vor %1</translation>
    </message>
    <message>
        <source>after %1</source>
        <translation>nach %1</translation>
    </message>
    <message>
        <source>start not known</source>
        <translation>Beginn unbekannt</translation>
    </message>
    <message>
        <source>open %1</source>
        <translation>offen seit %1</translation>
    </message>
    <message>
        <source>completed</source>
        <translation>abgeschlossen</translation>
    </message>
    <message>
        <source>took %1</source>
        <translation>dauerte %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1: open, start not known.</source>
        <translation>%1: offen, Beginn unbekannt.</translation>
    </message>
    <message>
        <source>%1: completed, start not known.</source>
        <translation>%1: abgeschlossen, Beginn unbekannt.</translation>
    </message>
    <message>
        <source>%1: %2, which is %3 more than expected.</source>
        <translation>%1: %2, das ist %3 länger als erwartet.</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1: %2.</translation>
    </message>
    <message numerus="yes">
        <source>And %n more.</source>
        <translation>
            <numerusform>Und noch %n.</numerusform>
            <numerusform>Und noch %n.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>closeout::ui::TimestampEditor</name>
    <message>
        <source>Server’s</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Chosen</source>
        <translation>Gewählt</translation>
    </message>
    <message>
        <source>No timestamp is sent: the server takes the moment of its own clock.</source>
        <translation>Es wird kein Zeitstempel gesendet: Der Server nimmt die Zeit seiner eigenen Uhr.</translation>
    </message>
    <message>
        <source>The moment of sending, by this computer.</source>
        <translation>Der Zeitpunkt des Sendens nach der Uhr dieses Rechners.</translation>
    </message>
    <message>
        <source>Chosen moment in UTC</source>
        <translation>Gewählter Zeitpunkt in UTC</translation>
    </message>
    <message>
        <source>%1 local time (%2)</source>
        <translation>%1 Ortszeit (%2)</translation>
    </message>
</context>
<context>
    <name>closeout::ui::Warnings</name>
    <message>
        <source>Outcome</source>
        <translation>Ausgang</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>Read-only</source>
        <translation>Schreibgeschützt</translation>
    </message>
    <message>
        <source>Unknown outcome</source>
        <translation>Ausgang unbekannt</translation>
    </message>
    <message>
        <source>Already completed</source>
        <translation>Bereits abgeschlossen</translation>
    </message>
    <message>
        <source>Duplicate keys</source>
        <translation>Doppelte Schlüssel</translation>
    </message>
    <message>
        <source>Open work</source>
        <translation>Offene Arbeit</translation>
    </message>
    <message>
        <source>Attached data</source>
        <translation>Angehängte Daten</translation>
    </message>
    <message>
        <source>The draft is not safe.</source>
        <translation>Der Entwurf ist nicht gesichert.</translation>
    </message>
    <message>
        <source>The environment %1 is read-only.</source>
        <translation>Die Umgebung %1 ist schreibgeschützt.</translation>
    </message>
    <message>
        <source>You can fill everything in and look at the preview, but nothing is sent.</source>
        <translation>Sie können alles ausfüllen und die Vorschau ansehen, aber es wird nichts gesendet.</translation>
    </message>
    <message>
        <source>It will be completed once more, over what is there.</source>
        <translation>Es wird noch einmal abgeschlossen und dabei überschrieben, was schon da ist.</translation>
    </message>
    <message>
        <source>Both are sent; servers keep only one of the two values.</source>
        <translation>Beide werden gesendet; Server behalten nur einen der beiden Werte.</translation>
    </message>
    <message numerus="yes">
        <source>%n key(s) may be lost: %1</source>
        <translation>
            <numerusform>%n Schlüssel kann verloren gehen: %1</numerusform>
            <numerusform>%n Schlüssel können verloren gehen: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Changed meanwhile</source>
        <translation>Inzwischen geändert</translation>
    </message>
    <message>
        <source>Somebody has changed the attached data meanwhile.</source>
        <translation>Jemand hat die angehängten Daten inzwischen geändert.</translation>
    </message>
    <message>
        <source>What you send replaces them. “Changes” shows what would become of theirs.</source>
        <translation>Was Sie senden, ersetzt sie. „Änderungen“ zeigt, was aus ihnen würde.</translation>
    </message>
    <message>
        <source>Remove one of the two, or press “%1”.</source>
        <translation>Entfernen Sie einen der beiden, oder drücken Sie „%1“.</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>Warnungen</translation>
    </message>
    <message>
        <source>Discarded draft</source>
        <translation>Verworfener Entwurf</translation>
    </message>
    <message>
        <source>The draft was discarded.</source>
        <translation>Der Entwurf wurde verworfen.</translation>
    </message>
    <message>
        <source>%1, in %2</source>
        <extracomment>%1: a headline such as &quot;Unknown outcome: service 95&quot;; %2: an environment</extracomment>
        <translation>%1, in %2</translation>
    </message>
    <message>
        <source>Another window</source>
        <translation>Ein anderes Fenster</translation>
    </message>
    <message>
        <source>Extension schemas</source>
        <translation>Erweiterungsschemata</translation>
    </message>
    <message>
        <source>Another window has a draft for it, too.</source>
        <translation>Auch ein anderes Fenster hat dazu einen Entwurf.</translation>
    </message>
    <message>
        <source>What is typed here is kept. The other draft was put aside as “%1”.</source>
        <translation>Was hier getippt wird, ist gesichert. Der andere Entwurf wurde als „%1“ beiseitegelegt.</translation>
    </message>
    <message>
        <source>A key stands twice in the attached data: %1</source>
        <translation>Ein Schlüssel steht zweimal in den angehängten Daten: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n key(s) may have no extension schema: %1</source>
        <translation>
            <numerusform>%n Schlüssel hat vielleicht kein Erweiterungsschema: %1</numerusform>
            <numerusform>%n Schlüssel haben vielleicht kein Erweiterungsschema: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>An 8.1 server takes only extensions that a schema was created for.</source>
        <translation>Ein 8.1-Server nimmt nur Erweiterungen an, für die ein Schema angelegt wurde.</translation>
    </message>
</context>
<context>
    <name>closeout::ui::WorkPage</name>
    <message>
        <source>Stuck R&amp;ules…</source>
        <translation>Hänge&amp;regeln …</translation>
    </message>
    <message>
        <source>What counts as stuck in the environment in use.</source>
        <translation>Was in der benutzten Umgebung als hängend gilt.</translation>
    </message>
    <message>
        <source>Fi&amp;nd</source>
        <translation>&amp;Finden</translation>
    </message>
    <message>
        <source>Vi&amp;ews</source>
        <translation>Ansich&amp;ten</translation>
    </message>
    <message>
        <source>&amp;Service</source>
        <translation>Ser&amp;vice</translation>
    </message>
    <message>
        <source>Co&amp;mpletion</source>
        <translation>Ab&amp;schluss</translation>
    </message>
    <message>
        <source>Attached &amp;Data</source>
        <translation>Angeh&amp;ängte Daten</translation>
    </message>
    <message>
        <source>S&amp;ource</source>
        <translation>&amp;Quelle</translation>
    </message>
    <message>
        <source>&amp;Filter</source>
        <translation>&amp;Filter</translation>
    </message>
    <message>
        <source>Services &amp;List</source>
        <translation>Service&amp;liste</translation>
    </message>
    <message>
        <source>Open &amp;Service</source>
        <translation>&amp;Geöffneter Service</translation>
    </message>
    <message>
        <source>&amp;Completion</source>
        <translation>Ab&amp;schluss</translation>
    </message>
    <message>
        <source>Saved &amp;Views</source>
        <translation>Gespeicherte An&amp;sichten</translation>
    </message>
    <message>
        <source>Chart of &amp;Ages</source>
        <translation>&amp;Altersdiagramm</translation>
    </message>
    <message>
        <source>&amp;Time Line</source>
        <translation>&amp;Zeitleiste</translation>
    </message>
    <message>
        <source>The sandbox has the standard rules. An environment has its own.</source>
        <translation>Die Sandbox hat die Standardregeln. Eine Umgebung hat ihre eigenen.</translation>
    </message>
</context>
<context>
    <name>closeout::ui::Workspace</name>
    <message>
        <source>The password was not kept</source>
        <translation>Das Passwort wurde nicht behalten</translation>
    </message>
    <message>
        <source>A draft was not kept</source>
        <translation>Ein Entwurf wurde nicht gesichert</translation>
    </message>
    <message>
        <source>A password was not forgotten</source>
        <translation>Ein Passwort wurde nicht vergessen</translation>
    </message>
    <message>
        <source>The environments cannot be used</source>
        <translation>Die Umgebungen sind nicht verwendbar</translation>
    </message>
    <message>
        <source>There is no environment “%1”: the sandbox is shown instead</source>
        <translation>Es gibt keine Umgebung „%1“: stattdessen wird die Sandbox gezeigt</translation>
    </message>
    <message>
        <source>Choose another environment above.</source>
        <translation>Wählen Sie oben eine andere Umgebung.</translation>
    </message>
    <message>
        <source>It was not read again</source>
        <translation>Es wurde nicht erneut gelesen</translation>
    </message>
    <message>
        <source>The entry is of another place than the window shows. Open %1 first.</source>
        <translation>Der Eintrag gehört zu einem anderen Ort, als das Fenster zeigt. Öffnen Sie zuerst %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n end(s) may have been done</source>
        <translation>
            <numerusform>%n Abschluss ist vielleicht erfolgt</numerusform>
            <numerusform>%n Abschlüsse sind vielleicht erfolgt</numerusform>
        </translation>
    </message>
    <message>
        <source>Closeout was ended while they were under way, so that nobody saw their outcome. Select them in the journal and press “Read It Again”.</source>
        <translation>Closeout wurde beendet, während sie liefen; niemand hat ihren Ausgang gesehen. Wählen Sie sie im Journal und drücken Sie „Erneut lesen“.</translation>
    </message>
</context>
</TS>
