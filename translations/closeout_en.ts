<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>Closeout</name>
    <message numerus="yes">
        <source>
… Cut off here: %n byte(s) in all.</source>
        <extracomment>at the end of a long text</extracomment>
        <translation>
            <numerusform>
… Cut off here: %n byte in all.</numerusform>
            <numerusform>
… Cut off here: %n bytes in all.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The regular expression takes too long on %n texts, which count as not matching. Write it with fewer repetitions inside one another.</source>
        <translation>
            <numerusform>The regular expression takes too long on %n text, which counts as not matching. Write it with fewer repetitions inside one another.</numerusform>
            <numerusform>The regular expression takes too long on %n texts, which count as not matching. Write it with fewer repetitions inside one another.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open tasks</source>
        <translation>
            <numerusform>%n open task</numerusform>
            <numerusform>%n open tasks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <extracomment>some names of a list; stands in a sentence</extracomment>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>closeout::ui::Draft</name>
    <message numerus="yes">
        <source>%1 And there are %n more problem(s).</source>
        <translation>
            <numerusform>%1 And there is %n more problem.</numerusform>
            <numerusform>%1 And there are %n more problems.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>closeout::ui::EventForm</name>
    <message numerus="yes">
        <source>More fields (%n filled)</source>
        <translation>
            <numerusform>More fields (%n filled)</numerusform>
            <numerusform>More fields (%n filled)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>closeout::ui::ExportBar</name>
    <message numerus="yes">
        <source>%Ln row(s) were exported</source>
        <translation>
            <numerusform>%Ln row was exported</numerusform>
            <numerusform>%Ln rows were exported</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>closeout::ui::JournalPane</name>
    <message numerus="yes">
        <source>%n entry(s)</source>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The newest %n entry(s)</source>
        <translation>
            <numerusform>The newest entry</numerusform>
            <numerusform>The newest %n entries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>closeout::ui::Listing</name>
    <message numerus="yes">
        <source>%n source(s) failed</source>
        <translation>
            <numerusform>%n source failed</numerusform>
            <numerusform>%n sources failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln active service(s)</source>
        <translation>
            <numerusform>%Ln active service</numerusform>
            <numerusform>%Ln active services</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln completed service(s)</source>
        <translation>
            <numerusform>%Ln completed service</numerusform>
            <numerusform>%Ln completed services</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln service(s)</source>
        <translation>
            <numerusform>%Ln service</numerusform>
            <numerusform>%Ln services</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n source(s) brought nothing</source>
        <translation>
            <numerusform>%n source brought nothing</numerusform>
            <numerusform>%n sources brought nothing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refused entry(s) left out</source>
        <translation>
            <numerusform>%n refused entry left out</numerusform>
            <numerusform>%n refused entries left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n start(s) could not be read</source>
        <translation>
            <numerusform>%n start could not be read</numerusform>
            <numerusform>%n starts could not be read</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>closeout::ui::LongTextEditor</name>
    <message numerus="yes">
        <source>%n character(s)</source>
        <translation>
            <numerusform>%n character</numerusform>
            <numerusform>%n characters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>closeout::ui::PayloadDocument</name>
    <message numerus="yes">
        <source>%n pasted key(s) are here already: %1. Rename or remove them first, or paste into another object.</source>
        <translation>
            <numerusform>%n pasted key is here already: %1. Rename or remove it first, or paste into another object.</numerusform>
            <numerusform>%n pasted keys are here already: %1. Rename or remove them first, or paste into another object.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Paste %n Key(s)</source>
        <translation>
            <numerusform>Paste %n Key</numerusform>
            <numerusform>Paste %n Keys</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add %n Key(s)</source>
        <translation>
            <numerusform>Add %n Key</numerusform>
            <numerusform>Add %n Keys</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>closeout::ui::PayloadModel</name>
    <message numerus="yes">
        <source>%n member(s)</source>
        <translation>
            <numerusform>%n member</numerusform>
            <numerusform>%n members</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n element(s)</source>
        <translation>
            <numerusform>%n element</numerusform>
            <numerusform>%n elements</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>closeout::ui::PreviewView</name>
    <message numerus="yes">
        <source>%n byte(s) of body, exactly as they are sent. Secrets are masked.</source>
        <translation>
            <numerusform>%n byte of body, exactly as it is sent. Secrets are masked.</numerusform>
            <numerusform>%n bytes of body, exactly as they are sent. Secrets are masked.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>closeout::ui::RowSelection</name>
    <message numerus="yes">
        <source>%Ln selected</source>
        <translation>
            <numerusform>%Ln selected</numerusform>
            <numerusform>%Ln selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them hidden by the filter</source>
        <translation>
            <numerusform>%Ln of them hidden by the filter</numerusform>
            <numerusform>%Ln of them hidden by the filter</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them completed or gone</source>
        <translation>
            <numerusform>%Ln of them completed or gone</numerusform>
            <numerusform>%Ln of them completed or gone</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Another list was loaded: %Ln that were selected are not any more.</source>
        <translation>
            <numerusform>Another list was loaded: the %Ln that was selected is not any more.</numerusform>
            <numerusform>Another list was loaded: the %Ln that were selected are not any more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected before are not in this list</source>
        <translation>
            <numerusform>%Ln selected before is not in this list</numerusform>
            <numerusform>%Ln selected before are not in this list</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>closeout::ui::SavedViewsModel</name>
    <message numerus="yes">
        <source>%Ln customer(s)</source>
        <translation>
            <numerusform>%Ln customer</numerusform>
            <numerusform>%Ln customers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln contact key(s)</source>
        <translation>
            <numerusform>%Ln contact key</numerusform>
            <numerusform>%Ln contact keys</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln service id(s)</source>
        <translation>
            <numerusform>%Ln service id</numerusform>
            <numerusform>%Ln service ids</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Matches %Ln loaded row(s).</source>
        <translation>
            <numerusform>Matches %Ln loaded row.</numerusform>
            <numerusform>Matches %Ln loaded rows.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>closeout::ui::SavedViewsPane</name>
    <message numerus="yes">
        <source>%n saved view(s) cannot be read</source>
        <translation>
            <numerusform>%n saved view cannot be read</numerusform>
            <numerusform>%n saved views cannot be read</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>closeout::ui::SentWords</name>
    <message numerus="yes">
        <source>Task(s) %1 stay(s) open.</source>
        <translation>
            <numerusform>Task %1 stays open.</numerusform>
            <numerusform>Tasks %1 stay open.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>State(s) %1 stay(s) open.</source>
        <translation>
            <numerusform>State %1 stays open.</numerusform>
            <numerusform>States %1 stay open.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>closeout::ui::ServicesPane</name>
    <message numerus="yes">
        <source>… and %n more, see the details.</source>
        <translation>
            <numerusform>… and %n more, see the details.</numerusform>
            <numerusform>… and %n more, see the details.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n source(s) brought nothing</source>
        <translation>
            <numerusform>%n source brought nothing</numerusform>
            <numerusform>%n sources brought nothing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n source(s) failed, last tried at %1</source>
        <extracomment>%1: a time of day; another try that fails is seen by it</extracomment>
        <translation>
            <numerusform>%n source failed, last tried at %1</numerusform>
            <numerusform>%n sources failed, last tried at %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln active task(s) of %1</source>
        <extracomment>how many tasks, and of what: &quot;7 active tasks of 12 active services, as of 10:42:07&quot;</extracomment>
        <translation>
            <numerusform>%Ln active task of %1</numerusform>
            <numerusform>%Ln active tasks of %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln that has ended matches: add -is:active to the filter to see it.</source>
        <extracomment>what is to be added is not translated</extracomment>
        <translation>
            <numerusform>%Ln that has ended matches: add -is:active to the filter to see it.</numerusform>
            <numerusform>%Ln that have ended match: add -is:active to the filter to see them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>closeout::ui::SourceField</name>
    <message numerus="yes">
        <source>%Ln given</source>
        <translation>
            <numerusform>%Ln given</numerusform>
            <numerusform>%Ln given</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln twice</source>
        <translation>
            <numerusform>%Ln twice</numerusform>
            <numerusform>%Ln twice</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln refused</source>
        <translation>
            <numerusform>%Ln refused</numerusform>
            <numerusform>%Ln refused</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %Ln more.</source>
        <translation>
            <numerusform>… and %Ln more.</numerusform>
            <numerusform>… and %Ln more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cleaned</source>
        <extracomment>ids, of characters around them that are no part of them</extracomment>
        <translation>
            <numerusform>%Ln cleaned</numerusform>
            <numerusform>%Ln cleaned</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>closeout::ui::Timeline</name>
    <message numerus="yes">
        <source>And %n more.</source>
        <translation>
            <numerusform>And %n more.</numerusform>
            <numerusform>And %n more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>closeout::ui::Warnings</name>
    <message numerus="yes">
        <source>%n key(s) may be lost: %1</source>
        <translation>
            <numerusform>%n key may be lost: %1</numerusform>
            <numerusform>%n keys may be lost: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n key(s) may have no extension schema: %1</source>
        <translation>
            <numerusform>%n key may have no extension schema: %1</numerusform>
            <numerusform>%n keys may have no extension schema: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>closeout::ui::Workspace</name>
    <message numerus="yes">
        <source>%n end(s) may have been done</source>
        <translation>
            <numerusform>%n end may have been done</numerusform>
            <numerusform>%n ends may have been done</numerusform>
        </translation>
    </message>
</context>
</TS>
