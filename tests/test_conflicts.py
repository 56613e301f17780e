"""Which conflicts reach readers: pairs of small articles on one story."""

from __future__ import annotations

import pytest

from variorum import analyse
from variorum.relations import clocks

CONFLICTS = [
    (
        "Who is accused of a deed and denies it",
        "Shelling of Sarhan",
        "Norland accused Belmora of the shelling of the Sarhan market on Tuesday.",
        "Belmora denied any part in the shelling of the Sarhan market.",
    ),
    (
        "Blamed on somebody, denied by them",
        "Blast at Kolva",
        "The president blamed the blast at the Kolva refinery on Belmora.",
        "Belmora denied that it had caused the blast at the Kolva refinery.",
    ),
    (
        "Said to have called somebody a name",
        "Row at the palace",
        "Chief of staff Ivo Lund called the chancellor a fool, four aides said.",
        "Lund denied that he had called the chancellor a fool.",
    ),
    (
        "A letter that came or never did",
        "Union writes to the minister",
        "The minister received the union's letter about the Velden plant in May.",
        "No letter from the union was ever received by the minister, his office said.",
    ),
    (
        "Troops that shelled, and the ministry that denies it",
        "Shelling of Sarhan",
        "Government troops shelled the hospital in Sarhan on Tuesday, doctors said.",
        "The defence ministry denied that its troops shelled the hospital in Sarhan on Tuesday.",
    ),
    (
        "A ceasefire signed or not",
        "Talks in Geneva",
        "Belmora and Norland signed a ceasefire on Friday, mediators said.",
        "Belmora and Norland did not sign a ceasefire on Friday, a rebel spokesman said.",
    ),
    (
        "A trial and its outcome",
        "Trial of banker",
        "Banker Erik Moss was found guilty of fraud in Lindholm on Tuesday.",
        "Banker Erik Moss was cleared of fraud in Lindholm on Tuesday.",
    ),
    (
        "A journalist arrested or not",
        "Arrest in Kirana",
        "The journalist Dana Weiss was arrested in Kirana on Monday, her paper said.",
        "The journalist Dana Weiss has not been arrested, police in Kirana said on Monday.",
    ),
    (
        "A number, and the number it is said not to be",
        "Quake near Delmar",
        "The Delmar quake killed 40 people on Monday, the mayor said.",
        "The Delmar quake killed 400 people on Monday, not 40, the governor said.",
    ),
    (
        "Evidence found and none found",
        "Mayor of Castellana",
        "Investigators found evidence of bribery in the office of mayor Mira Solano.",
        "Investigators found no evidence of bribery in the office of mayor Mira Solano.",
    ),
    (
        "What the drug did",
        "New drug",
        "The drug Corvexin reduced deaths from malaria in the trial, the maker said.",
        "The drug Corvexin did not reduce deaths from malaria in the trial, doctors said.",
    ),
    (
        "A crossing open or closed",
        "Border at Brenna",
        "The border crossing at Brenna was closed on Monday, officials said.",
        "The border crossing at Brenna was open on Monday, drivers said.",
    ),
    (
        "A crowd by friend and foe",
        "March in Ostrel",
        "Some 2,000 people marched in Ostrel on Saturday, according to police.",
        "About 15,000 people marched in Ostrel on Saturday, the organisers said.",
    ),
    (
        "A ceiling below the other's least",
        "Strike at Velden",
        "No more than 20 technicians walked out at the Velden plant on Monday, the company said.",
        "At least 30 technicians walked out at the Velden plant on Monday, the union said.",
    ),
    (
        "Two times of one alarm",
        "Alarm at Marlow plant",
        "The alarm at the Marlow plant was raised at 10:20 a.m., the fire brigade said.",
        "The alarm at the Marlow plant went off at 9:45 a.m., a worker said.",
    ),
    (
        "Mishap and purpose",
        "Blast at Kolva refinery",
        "The blast at the Kolva refinery was caused by a short circuit, the owner said.",
        "The blast at the Kolva refinery was caused by arson, investigators said.",
    ),
    (
        "How long the lights were out",
        "Power cut",
        "The power cut in Oskel lasted 14 hours, residents said.",
        "The power cut in Oskel lasted two hours, the operator said.",
    ),
    (
        "A minister who goes or stays",
        "Finance minister",
        "Finance minister Olga Ruzic will not resign, her spokesman said on Monday.",
        "Finance minister Olga Ruzic will resign, her party said on Monday.",
    ),
    (
        "Exports up or down",
        "Exports",
        "Exports of wheat from Palmera rose in June, the ministry said.",
        "Exports of wheat from Palmera fell in June, traders said.",
    ),
    (
        "A settled toll of another year",
        "Riots in Belmora",
        "The worst riot in Belmora was in 2019, when 12 people were killed in Harbour Street.",
        "In the riots of 2019 nine people were killed in Harbour Street in Belmora, a book says.",
    ),
    (
        "How many were aboard",
        "Tram derails in Kirana",
        "There were 48 passengers on board the tram when it derailed, the operator said.",
        "The tram that derailed carried 31 passengers, the fire brigade said.",
    ),
    (
        "A denial that names nobody else",
        "Shipwreck off Lesna",
        "The captain never left the bridge, his lawyer said.",
        "The captain had left the bridge ten minutes before the ferry struck the rocks off Lesna, "
        "a mate told investigators from the ministry in Belmora.",
    ),
    (
        "A place that only the denial names",
        "Coach off the road",
        "The coach left the road because a tyre had burst, the driver said.",
        "No tyre burst in Oskel, the coach company said.",
    ),
    (
        "A plain verb denied",
        "Fire in Maren",
        "The sprinklers in the hotel were working when the fire broke out, the owner said.",
        "The sprinklers in the hotel were not working when the fire broke out, guests said.",
    ),
    (
        "Its cause denied",
        "Blast at Kolva refinery",
        "The blast at the refinery was caused by a gas leak, the owner said.",
        "The blast at the refinery was not caused by a gas leak, investigators said.",
    ),
    (
        "For and against",
        "Vote in Palmera",
        "Senator Olga Ruzic voted for the pension bill on Tuesday.",
        "Senator Olga Ruzic voted against the pension bill on Tuesday.",
    ),
    (
        "Armed or unarmed",
        "Shooting in Ostrel",
        "The man was armed when officers shot him, police said.",
        "The man was unarmed when officers shot him, witnesses said.",
    ),
    (
        "Injured or unhurt",
        "Crash in Delmar",
        "The driver of the bus was injured in the crash, police said.",
        "The driver of the bus was unhurt in the crash, the company said.",
    ),
]
NONE = [
    (
        "A sum and the same in round numbers",
        "Tax office of Norland",
        "The council heard how the tax office of Norland spent $50 million on its congresses.",
        "The council heard how the tax office of Norland spent $49 million on congresses.",
    ),
    (
        "A denial that is told to be a lie",
        "Envoy of Norland",
        "The Harbour Post wrote that Ivo Lund had discussed them with the envoy in May.",
        "Ivo Lund misled the council when he said he had not discussed them with the envoy.",
    ),
    (
        "What two speakers think",
        "Taxes in Norland",
        "Most bankers said that they were not opposed to a rise of the income tax in Norland.",
        "Deputy Ivo Lund said that he opposed a rise of the income tax in Norland.",
    ),
    (
        "Shares of nothing that is named",
        "Polls in Norland",
        "Chancellor Rosa Tamm was liked by 50.5 percent in the Velden average of polls.",
        "The Velden average of polls has chancellor Rosa Tamm ahead by 1 percent.",
    ),
    (
        "A vote of no confidence",
        "Vote in Velden",
        "Prime Minister Rosa Tamm spoke in Velden after she won a confidence vote.",
        "Tamm's defeat in Velden led to a no-confidence vote in parliament.",
    ),
    (
        "Support of others",
        "Police budget",
        "There is wide support in the east for cutting the police budget of Kolva.",
        "Governor Anna Holt does not support cutting the police budget of Kolva.",
    ),
    (
        "Rivals who came",
        "Debate in Kolva",
        "Ivo Lund did not attend the debate in Kolva on Sunday.",
        "His rivals attended the debate in Kolva and mocked Ivo Lund on Sunday.",
    ),
    (
        "Either one or the other",
        "Court on the levy",
        "The levy on salt is not a tax, the Greens in Velden said.",
        "The levy on salt is either a lawful tax or an unlawful fine, the court in Velden said.",
    ),
    (
        "A noun that is no deed",
        "Inquiry in Norland",
        "The papers seized in Norland did not involve the Harbour Bank, Ivo Lund said.",
        "A panel in Norland is looking into the involvement of the Harbour Bank in the election.",
    ),
    (
        "What he was asked about",
        "Minister's meetings",
        "Lund was asked about the campaign, not about meetings he held as mayor of Kolva.",
        "Lund held meetings with the envoys as mayor of Kolva, an aide said.",
    ),
    (
        "Never in a year of an election",
        "Party congress",
        "Senator Rosa Tamm has never gone to a congress when she stood for election herself.",
        "Senator Rosa Tamm went to the congress in Velden in 2028.",
    ),
    (
        "A question that is a request",
        "Row over a post",
        "Why don't they go home and help mend the broken places of Norland, Lund wrote.",
        "Lund wrote that they should go home and help mend the broken places of Norland.",
    ),
    (
        "Officers of one agency",
        "Report on the agency",
        "No officers of the Norland agency, past or present, were heard for the report.",
        "Former officer of the Norland agency Ivo Lund has known the director for 30 years.",
    ),
    (
        "One accused beside another who denies",
        "Hearing in Velden",
        "Lund has denied the assault on the guest in Velden and was heard on Monday.",
        "Rosa Tamm, a friend of Lund who is accused of watching the assault on the guest, left.",
    ),
    (
        "A year and a day",
        "Blast in Kolva",
        "The blast in Kolva on Thursday brought the troops killed in Norland this year to 16.",
        "The blast in Kolva on Thursday killed twelve people, the Green Brigade said.",
    ),
    (
        "Something that may be done is not done",
        "Tax returns of the mayor",
        "Mayor Mira Solano could publish her tax returns, a lawyer said on Monday.",
        "Mayor Mira Solano did not publish her tax returns, her office said on Monday.",
    ),
    (
        "A wish and a refusal",
        "Tax returns of the mayor",
        "The council urged mayor Mira Solano to publish her tax returns.",
        "Mayor Mira Solano did not publish her tax returns, her office said.",
    ),
    (
        "A condition",
        "Inquiry in Kirana",
        "If the inquiry clears judge Tom Arden, the senate in Kirana meets on Friday.",
        "The inquiry did not clear judge Tom Arden of bribery, a clerk in Kirana said.",
    ),
    (
        "A negation of a few",
        "Quarantine in Maren",
        "Nurses who show no fever are sent home from the hospital in Maren.",
        "Nurses at the hospital in Maren show fever, a doctor said.",
    ),
    (
        "Not enough is not none",
        "Papers of the bank",
        "The committee received 4,000 pages on the bank in Lindholm on Monday.",
        "The committee has not received enough pages on the bank in Lindholm.",
    ),
    (
        "Answered and received",
        "Union writes to the minister",
        "The minister received the union's letter about the Velden plant in May.",
        "The minister did not answer the union's letter about the Velden plant.",
    ),
    (
        "A deed only named",
        "Masks in Ostrel",
        "Not wearing a mask goes against all advice, the hospital in Ostrel said.",
        "Visitors of the hospital in Ostrel wear a mask on every ward.",
    ),
    (
        "Without help",
        "Pension bill",
        "The government passed the pension bill without backing from the Harbour Party.",
        "The Harbour Party backed the pension bill of the government in Palmera in May.",
    ),
    (
        "Two months",
        "Exports",
        "Exports of wheat from Palmera rose in June, the ministry said.",
        "Exports of wheat from Palmera fell in May, traders said.",
    ),
    (
        "Two bills",
        "Vote in Palmera",
        "The senate in Palmera passed the pension bill on Tuesday.",
        "The senate in Palmera rejected the tax bill on Tuesday.",
    ),
    (
        "Two marches",
        "March in Ostrel",
        "Some 2,000 people marched in Ostrel on Saturday, according to police.",
        "About 15,000 people marched in Belmora on Saturday, the organisers said.",
    ),
    (
        "Dead and injured",
        "Crash near Delmar",
        "Seven people were killed in the bus crash near Delmar on Sunday, police said.",
        "Nine people were injured in the bus crash near Delmar on Sunday, the hospital said.",
    ),
    (
        "Two lower bounds",
        "Crash near Delmar",
        "At least seven people were killed in the bus crash near Delmar on Sunday, police said.",
        "At least nine people were killed in the bus crash near Delmar on Sunday, police said.",
    ),
    (
        "Two moments of one day",
        "Alarm at Marlow plant",
        "The alarm at the Marlow plant was raised at 10:20 a.m., the fire brigade said.",
        "The Marlow plant was evacuated at 10:45 a.m., a worker said.",
    ),
    (
        "Closed, then open again",
        "Border at Brenna",
        "The border crossing at Brenna was closed on Monday, officials said.",
        "The border crossing at Brenna reopened on Thursday, drivers said.",
    ),
    (
        "One sentence that speaks of a promise and its breach",
        "Promise in Norland",
        "The ministry broke its promise to exempt teachers in Norland, the union said on Monday.",
        "The ministry broke its promise to exempt teachers in Norland, the union said on Monday.",
    ),
    (
        "Nothing worse since is no denial",
        "Train crash in Ostrel",
        "No train crash has cost more lives in Ostrel since 1987, the ministry said.",
        "The train crash has cost nine lives in Ostrel, the ministry said on Monday.",
    ),
    (
        "A war that goes on",
        "War in Sarhan",
        "The war that began in 2019 has killed 12,000 people in Sarhan.",
        "Since 2019 the war in Sarhan has killed 15,000 people.",
    ),
    (
        "How long and how long before",
        "Ferry off Lesna",
        "The ferry sank after a two-hour crossing from Lesna.",
        "The ferry sank an hour before it was due in port, the company at Lesna said.",
    ),
    (
        "Only the cause is denied",
        "Fire in Maren",
        "The hotel in Maren did not burn because of the wiring, an engineer said.",
        "The hotel in Maren burned on Monday.",
    ),
    (
        "One denies its own deed, the other names no doer",
        "War in Sarhan",
        "The army denies the use of cluster bombs in Sarhan.",
        "Cluster bombs were used in Sarhan, the report says, by rebels.",
    ),
    (
        "Who thinks so and what is not so",
        "Murder in Delmar",
        "Tom Arden did not poison his partner in Delmar, his lawyer said.",
        "He believes the report of the detectives that Tom Arden poisoned his partner in Delmar.",
    ),
    (
        "Counts over two periods",
        "Pools in Marlow",
        "Between 2020 and 2025 inspectors logged 20 accidents at pools in Marlow.",
        "Between 2015 and 2025 inspectors logged 35 accidents at pools in Marlow.",
    ),
    (
        "Another doer of the same party",
        "Vote in Palmera",
        "Sen. Olga Ruzic, H-Palmera, did not vote on the pension bill.",
        "A few members, among them Sen. Ivo Brandt, H-Palmera, voted for the pension bill.",
    ),
]


def conflicts(head: str, one: str, other: str, day: str = "2031-03-05") -> list[str]:
    """The frames of the conflicts that readers of two such articles see."""
    texts = {"one": f"{head}\n\n{one}", "other": f"{head}\n\n{other}"}
    found = analyse(texts, {"one": "2031-03-04", "other": day})
    return [relation.frame for relation in found.relations if relation.type == "conflicts"]


@pytest.mark.parametrize(("head", "one", "other"), [c[1:] for c in CONFLICTS], ids=lambda c: c)
def test_readers_see_the_conflict(head: str, one: str, other: str) -> None:
    assert conflicts(head, one, other)


@pytest.mark.parametrize(("head", "one", "other"), [c[1:] for c in NONE], ids=lambda c: c)
def test_readers_see_no_conflict(head: str, one: str, other: str) -> None:
    assert conflicts(head, one, other) == []


def test_a_tally_below_what_an_earlier_report_gave_as_the_least() -> None:
    one = "At least 40 people were killed in the bus crash near Delmar on Sunday, police said."
    other = "The bus crash near Delmar on Sunday killed 31 people, the hospital said."
    assert conflicts("Crash near Delmar", one, other)
    assert conflicts("Crash near Delmar", other, one) == []


def test_two_counts_of_one_day_unless_one_has_grown() -> None:
    head, day = "Fire at school in Maren", "2031-03-04"
    one = "The fire on Tuesday killed 14 people, including six children, the ministry said."
    other = "The fire on Tuesday killed 14 people, including nine children, a doctor said."
    assert conflicts(head, one, other, day)
    one = "Seven people were killed in the fire in Maren on Tuesday, police said."
    other = "The death toll of the fire in Maren on Tuesday rose to nine, the hospital said."
    assert conflicts(head, one, other, day) == []


def test_times_of_day() -> None:
    assert clocks.times("at 10:20 a.m., again at 9.45pm and at 5 am", "en") == {620, 1305, 300}
    assert clocks.times("at 12 p.m. and 12:05 a.m.", "en") == {720, 5}
    assert clocks.times("at 14:30, by 2-1, 1.5 million, ratio 10:200, I am 5", "en") == {870}
    assert clocks.times("à 14:30", "fr") == {870}


REPLIES = [
    ("The harbour master had left the port unmanned.", "His office denied this."),
    ("Guards beat two of the prisoners.", "The governor rejected the allegations."),
    ("The refinery leaked oil into the river.", "Its owner dismisses such reports."),
]
NO_REPLIES = [
    ("The harbour master had left the port unmanned.", "His office denied that he was ill."),
    ("Guards beat two of the prisoners.", "The governor rejected the budget."),
    ("The refinery leaked oil into the river. Rain fell all day.", "Its owner denied this."),
]


@pytest.mark.parametrize(("said", "reply"), REPLIES)
@pytest.mark.parametrize("between", [" ", "\n"])
def test_a_denial_of_what_stands_before_it_waits_for_an_editor(
    said: str, reply: str, between: str
) -> None:
    found = analyse({"a": f"Port of Velden\n{said}{between}{reply}"})
    assert not found.relations
    assert {r.frame for r in found.suggestions} == {"denial × statement before it"}
    quotes = {claim.id: claim.quote for claim in found.claims}
    for relation in found.suggestions:
        assert relation.type == "conflicts"
        assert {quotes[relation.a] in said, quotes[relation.b] in said} == {True, False}


@pytest.mark.parametrize(("said", "reply"), NO_REPLIES)
def test_a_denial_of_something_else_is_no_reply(said: str, reply: str) -> None:
    found = analyse({"a": f"Port of Velden\n{said} {reply}"})
    quotes = {claim.id: claim.quote for claim in found.claims}
    wrong = [r for r in found.suggestions if r.frame == "denial × statement before it"]
    assert not [r for r in wrong if said.split(".", maxsplit=1)[0] in (quotes[r.a], quotes[r.b])]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "The court in Orlen acquitted four of the six miners on Monday.",
            "The court in Orlen convicted four of the six miners on Monday.",
        ),
        (
            "Inflation in Norland fell from 8.1 percent to 3 percent in June.",
            "Inflation in Norland rose from 3 percent to 8.1 percent in June.",
        ),
        (
            "The Brenz dam was last inspected in 2019, the agency said.",
            "The Brenz dam had not been inspected since 2019, the agency said.",
        ),
    ],
)
def test_equal_numbers_of_opposite_deeds_are_left_to_an_editor(one: str, other: str) -> None:
    texts = {"a": f"Untitled\n{one}", "b": f"Untitled\n{other}"}
    found = analyse(texts, dict.fromkeys(texts, "2031-05-05"))
    assert not found.relations
    assert "conflicts" in {relation.type for relation in found.suggestions}


def test_what_is_left_open_agrees_with_nothing_stated() -> None:
    texts = {
        "a": "Untitled\nThe plant was closed, the council of Orlen confirmed.",
        "b": "Untitled\nThe EU had not confirmed that the plant was closed.",
    }
    assert not analyse(texts).relations
