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
        <source>%n active service(s)</source>
        <translation>
            <numerusform>%n active service</numerusform>
            <numerusform>%n active services</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n completed service(s)</source>
        <translation>
            <numerusform>%n completed service</numerusform>
            <numerusform>%n completed services</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n service(s)</source>
        <translation>
            <numerusform>%n service</numerusform>
            <numerusform>%n services</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not read again</source>
        <translation>
            <numerusform>%n not read again</numerusform>
            <numerusform>%n not read again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n source(s) failed</source>
        <translation>
            <numerusform>%n source failed</numerusform>
            <numerusform>%n sources failed</numerusform>
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
    <name>closeout::ui::ServicesModel</name>
    <message numerus="yes">
        <source>%n open task(s)</source>
        <translation>
            <numerusform>%n open task</numerusform>
            <numerusform>%n open tasks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open state(s)</source>
        <translation>
            <numerusform>%n open state</numerusform>
            <numerusform>%n open states</numerusform>
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
        <source>%n source(s) failed</source>
        <translation>
            <numerusform>%n source failed</numerusform>
            <numerusform>%n sources failed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>closeout::ui::SourcePane</name>
    <message numerus="yes">
        <source>%n given</source>
        <translation>
            <numerusform>%n given</numerusform>
            <numerusform>%n given</numerusform>
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
        <source>%n task(s) stay open: %1</source>
        <translation>
            <numerusform>%n task stays open: %1</numerusform>
            <numerusform>%n tasks stay open: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n state(s) stay open: %1</source>
        <translation>
            <numerusform>%n state stays open: %1</numerusform>
            <numerusform>%n states stay open: %1</numerusform>
        </translation>
    </message>
</context>
</TS>
