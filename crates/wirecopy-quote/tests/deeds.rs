//! What only looks like an attribution, and content that goes on behind what looks like its end.

use wirecopy_quote::{Quote, find_quotes};
use wirecopy_token::tokenize;

/// `speaker | piece … piece`, one line a quotation.
fn read(text: &str) -> Vec<String> {
    let line = |quote: &Quote| {
        let pieces: Vec<&str> = quote.content.iter().map(|span| span.of(text)).collect();
        let speaker = quote.speaker.map_or("-", |span| span.of(text));
        format!("{speaker} | {}", pieces.join(" … "))
    };
    find_quotes(text, &tokenize(text)).iter().map(line).collect()
}

#[test]
fn deeds_say_nothing() {
    for text in [
        "The war has claimed many lives in the north.",
        "Firefighters responded to the scene within minutes.",
        "Officers responded to reports of a fallen tree.",
        "Holm was declared dead at the mill.",
        "The owners sold 40 preferred shares.",
        "Crews were called to River Street just after 1 a.m.",
        "The ferry posted a loss of $4 million for the quarter.",
        "He was held on two counts of theft, all charges related to the raid.",
        "An explosion ripped the roof off the mill.",
        "The term refers to a ship without sails.",
        "Holm called the office by phone.",
        "A ship called the Ann Ruiz sank.",
        "Troops fired on alleged rebel camps in the south.",
        "Norland had the right to defend itself.",
        "It rained, as was reported earlier.",
        "The date was announced.",
        "The strike was in response to the cuts.",
        "The kitchen has steel doors, oak shelves, slate counters and a stove.",
        "The firm adopted a share-rights plan to ward off buyers.",
        "He faces charges that include theft.",
        "The light showed the rooms.",
        "The fall underscored the need for more boats.",
        "The plan will be considered in May.",
        "Few will be willing to pay for it.",
        "Two men were not authorised to discuss it.",
        "A ship known as the Ann sank.",
        "The firm had a charge of $5 million.",
        "The firm added $18 million to its reserves.",
        "The boat weighs 150 to 175 pounds.",
        "He set up a venture called Orion 9.",
        "The fund is called the Tarn River Fund.",
        "The man is being sought as a witness.",
        "She came home with chanting crowds behind her.",
        "It is hard to imagine that it will rain.",
        "Time will tell how it goes.",
        "Police questioned two men.",
        "The referee pointed to the spot.",
        "He was called Ladder.",
        "A statement issued 40 minutes later was short.",
        "(ATTN: ADDS quotes in paras 3-5)",
        "An angry Holm left the hall.",
        "The season promises to be long.",
        "The crew is supposed to paint the mill.",
        "The choir held three concerts that nobody heard.",
        "The songs appealed to younger listeners.",
        "The mill posted a steep drop in profit.",
        "Holm tweeted a picture of the mill.",
        "The firm charged about $40 million for the boats.",
    ] {
        assert_eq!(read(text), [""; 0], "{text}");
    }
}

#[test]
fn deeds_with_other_objects_are_speech() {
    assert_eq!(read("The army claimed victory."), ["The army | victory"]);
    assert_eq!(read("Holm called the plan a mess."), ["Holm | the plan a mess"]);
    assert_eq!(read("Holm called Dahl unfit."), ["Holm | Dahl unfit"]);
    assert_eq!(read("The club stressed the need."), ["The club | the need"]);
    assert_eq!(read("The choir underlined the need."), ["The choir | the need"]);
    assert_eq!(read("The club promised to sell the mill."), ["The club | to sell the mill"]);
}

#[test]
fn a_clause_that_a_phrase_opens_goes_on() {
    assert_eq!(
        read("Officials say that on May 3, guards at the gate responded that it was late."),
        [
            "Officials | that on May 3, guards at the gate responded that it was late",
            "guards at the gate | that it was late"
        ]
    );
    assert_eq!(
        read("Holm argued that since the bridge had not been mended, the town reported losses."),
        ["Holm | that since the bridge had not been mended, the town reported losses"]
    );
    assert_eq!(
        read("Holm said without more money — including grants — the town could not pay."),
        ["Holm | without more money — including grants — the town could not pay"]
    );
    assert_eq!(
        read("Norwire said the man was jobless but had left his home in 2014."),
        ["Norwire | the man was jobless but had left his home in 2014"]
    );
}

#[test]
fn content_ends_where_somebody_else_comes() {
    assert_eq!(
        read("She likes to cook the fish of the lake and Lund sees food as art."),
        ["She | to cook the fish of the lake", "Lund | food as art"]
    );
    assert_eq!(
        read("Expecting that the canal would bring trade, Holm had his land cut up."),
        ["Holm | that the canal would bring trade"]
    );
    assert_eq!(
        read("Keith Lund, who wants to grow the choir, now around 100, to 300, left."),
        ["Keith Lund, who | to grow the choir, now around 100, to 300"]
    );
    assert_eq!(
        read("Dahl said the work was done, praising the crew."),
        ["Dahl | the work was done", "Dahl | the crew"]
    );
    assert_eq!(
        read("Mayor backs new bridge over the river LINK: https://norwire.example/a"),
        ["Mayor | new bridge over the river"]
    );
}

#[test]
fn an_inverted_cue_opens_a_sentence_behind_marks() {
    assert_eq!(
        read("“Come in now,” said Amy, “it is dry.” Said Allen, “Suddenly, the day is bright.”"),
        ["Amy | “Come in now,” … “it is dry.”", "Allen | “Suddenly, the day is bright.”"]
    );
}

#[test]
fn sources_in_front_need_no_comma() {
    assert_eq!(
        read("According to Holm the house in question was sold by Dahl last year."),
        ["Holm | the house in question was sold by Dahl last year"]
    );
    assert_eq!(
        read("The raids of Aug. 7 underscore that the border is open."),
        ["The raids of Aug. 7 | that the border is open"]
    );
}

#[test]
fn subjects_are_whole_and_shared() {
    assert_eq!(
        read("One of the men was in jail, corrections Officer Ann Ruiz said."),
        ["corrections Officer Ann Ruiz | One of the men was in jail"]
    );
    assert_eq!(
        read("Holm had known Dahl, and came to the conclusion that the letters were false."),
        ["Holm | that the letters were false"]
    );
    assert_eq!(
        read("She is not certain whether the ferry can sail, but she feels that it may."),
        ["She | whether the ferry can sail", "she | that it may"]
    );
    assert_eq!(read("In Holm's view the house was too small."), ["Holm | the house was too small"]);
}

#[test]
fn what_the_page_adds_is_no_content() {
    assert_eq!(
        read("Lund thinks it will go well this May Read More The cake has two layers."),
        ["Lund | it will go well this May"]
    );
}

#[test]
fn said_before_a_plural_is_the_verb() {
    assert_eq!(
        read("Ola Dahl, head of the clinic, said residents felt that it was late."),
        [
            "Ola Dahl, head of the clinic | residents felt that it was late",
            "residents | that it was late"
        ]
    );
}

#[test]
fn what_grows_by_so_much_has_its_verb() {
    assert_eq!(
        read("Output grew by 644 tonnes in 2017, said the report."),
        ["the report | Output grew by 644 tonnes in 2017"]
    );
    assert_eq!(
        read("Sales increased by 12 percent, said the firm."),
        ["the firm | Sales increased by 12 percent"]
    );
    assert_eq!(read("A town attacked by 20 men was empty."), [""; 0]);
}

#[test]
fn when_it_happened_may_open_what_is_said() {
    assert_eq!(
        read("Dahl said in the first draft, there was a touch of envy."),
        ["Dahl | in the first draft, there was a touch of envy"]
    );
    assert_eq!(read("The firm did not respond to a request for comment."), [""; 0]);
}

#[test]
fn a_bare_verb_goes_on_with_the_clause_it_stands_in() {
    assert_eq!(
        read("Holm said the firm will cut fares and show the towns new plans.")[0],
        "Holm | the firm will cut fares and show the towns new plans"
    );
    // What both towns support is not what he supports.
    assert_eq!(read("He said Tarn and Kerby welcome and support the plan.").len(), 1);
}

#[test]
fn whoever_says_so_last_closes_what_opened_the_sentence() {
    assert_eq!(
        read("Two of the wounded lost their boots, officials said."),
        ["officials | Two of the wounded lost their boots"]
    );
    assert_eq!(
        read("Holm says over four hundred seats are left."),
        ["Holm | over four hundred seats are left"]
    );
    assert_eq!(read("The march demanded that he leave."), ["The march | that he leave"]);
}

#[test]
fn according_to_in_front_takes_the_clause_behind_it() {
    assert_eq!(
        read("The barns were looked at in July. According to Holm, the crew liked the cows."),
        ["Holm | the crew liked the cows"]
    );
    assert_eq!(
        read("They came to a strip where, according to Holm, the mines lie."),
        ["Holm | the mines lie"]
    );
}

#[test]
fn a_subject_may_have_an_infinitive_or_two_verbs() {
    assert_eq!(
        read("Holm said a plan to close the mill is off."),
        ["Holm | a plan to close the mill is off"]
    );
    assert_eq!(read("Holm announced a plan to close the mill."), ["Holm | to close the mill"]);
    assert_eq!(
        read("Holm said both towns welcome and support the bridge."),
        ["Holm | both towns welcome and support the bridge"]
    );
}

#[test]
fn content_ends_before_what_sums_it_up_or_tells_where_it_was_said() {
    for (text, said) in [
        ("Holm said sales were weak, a bad sign given last year.", "Holm | sales were weak"),
        ("Holm said the mill was sold, evidence that trade holds up.", "Holm | the mill was sold"),
        ("Holm welcomed the figures at a news conference.", "Holm | the figures"),
        ("Holm defended the price in remarks made on Friday.", "Holm | the price"),
        ("Holm asked for a meeting four times.", "Holm | a meeting"),
        ("Holm rejected the plan last month.", "Holm | the plan"),
        ("Holm has cited the book a hundred times.", "Holm | the book"),
        ("Holm praised last week's vote.", "Holm | last week's vote"),
    ] {
        assert_eq!(read(text), [said], "{text}");
    }
}

#[test]
fn an_infinitive_ends_before_a_clause_of_its_own() {
    assert_eq!(
        read("Holm wants to go home, and there is no way to stop him."),
        ["Holm | to go home"]
    );
    assert_eq!(
        read("The mill is expected to close and two shops are expected to move."),
        ["- | The mill … to close", "- | two shops … to move"]
    );
}

#[test]
fn who_is_appealed_to_is_no_part_of_it() {
    assert_eq!(read("Holm appealed to the crew to stay calm."), ["Holm | to stay calm"]);
    assert_eq!(read("Holm made a plea to the crew to stay calm."), ["Holm | to stay calm"]);
}

#[test]
fn an_infinitive_ends_before_the_verb_of_the_clause_around_it() {
    assert_eq!(
        read("The fact that three towns declined to take part does not change a thing."),
        ["three towns | to take part"]
    );
    assert_eq!(
        read("The man denies helping thieves and Dahl, of Tarn, denies two counts of fraud."),
        ["The man | helping thieves", "Dahl, of Tarn | two counts of fraud"]
    );
    assert_eq!(read("The crew declared victory on Monday night."), ["The crew | victory"]);
}
