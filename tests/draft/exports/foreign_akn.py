"""Akoma Ntoso as other programs write it: an act in the style of cobalt and bluebell. Its words are our own."""

ACT = """<?xml version="1.0" encoding="UTF-8"?>
<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">
  <act contains="singleVersion" name="act">
    <meta>
      <identification source="#x"><FRBRWork><FRBRthis value="/akn/xx/act/2026/1/!main"/></FRBRWork></identification>
    </meta>
    <preface>
      <longTitle><p>Law on the <b>verification</b> of a ceasefire</p></longTitle>
      <p>Gazette of 1 May</p>
    </preface>
    <preamble><recitals><recital><p>WHEREAS the parties
      have agreed;</p></recital></recitals></preamble>
    <body>
      <chapter eId="chp_1"><num>1</num><heading>Interpretation</heading>
        <section eId="chp_1__sec_1"><num>1.</num><heading>Definitions</heading>
          <hcontainer eId="chp_1__sec_1__hcontainer_1"><content>
            <p>In this law\u2014</p>
            <blockList eId="bl"><listIntroduction>the following hold:</listIntroduction>
              <item eId="i_a"><num>(a)</num><p>\u201c<term refersTo="#t">zone</term>\u201d means the area;</p></item>
              <item eId="i_b"><num>(b)</num>
                <p>\u201cforce\u201d is any unit, see <ref href="/akn/xx/act/1990/1">Act 1</ref>.</p></item>
            </blockList></content></hcontainer>
        </section>
        <section eId="chp_1__sec_2"><num>2.</num><heading>Duties</heading>
          <subsection eId="sub_1"><num>(1)</num><content>
            <p>The Commission <del>may</del><ins>must</ins>
              inspect<authorialNote marker="1"><p>a note</p></authorialNote>.</p>
          </content></subsection>
          <subsection eId="sub_2"><num>(2)</num><intro><p>It reports:</p></intro>
            <paragraph eId="p1"><num>(a)</num><content><p>monthly, and</p></content></paragraph>
            <paragraph eId="p2"><num>(b)</num><content><p>when asked [twice] | once</p></content></paragraph>
            <wrapUp><p>to the parties.</p></wrapUp>
          </subsection>
        </section>
      </chapter>
      <article eId="art_5"><num>5</num><content><p>Entry into force.</p>
        <table><tr><th><p>Zone</p></th><th><p>Day</p></th></tr><tr><td><p>East</p></td><td><p>One</p></td></tr></table>
        </content></article>
      <article eId="art_6"><num>\u00a7 6</num><content><p>An odd number.</p></content></article>
    </body>
    <conclusions><p>Done at Port Selene.</p></conclusions>
    <attachments><attachment eId="att_1"><heading>Schedule of zones</heading>
      <doc name="schedule"><meta/><mainBody>
        <paragraph><num>1.</num><content><p>The eastern zone.</p></content></paragraph></mainBody></doc>
    </attachment></attachments>
  </act>
</akomaNtoso>
"""

ACT_READ = (
    (1, "Chapter 1", "chp_1", "Interpretation", ""),
    (2, "1", "chp_1__sec_1", "Definitions", "In this law\u2014 the following hold:"),
    (3, "a", "i_a", "", "\u201czone\u201d means the area;"),
    (3, "b", "i_b", "", "\u201cforce\u201d is any unit, see Act 1."),
    (2, "2", "chp_1__sec_2", "Duties", ""),
    (3, "1", "sub_1", "", "The Commission [may | must] inspect."),
    (3, "2", "sub_2", "", "It reports:"),
    (4, "a", "p1", "", "monthly, and"),
    (4, "b", "p2", "", "when asked [twice] | once"),
    (4, "", "to-the-parties", "", "to the parties."),
    (1, "Article 5", "art_5", "", "Entry into force. Zone; Day East; One"),
    (1, "", "art_6", "\u00a7 6", "An odd number."),
    (1, "", "att_1", "Schedule of zones", ""),
    (2, "1", "eastern-zone", "", "The eastern zone."),
)
"""Level, number, id, heading, words."""
