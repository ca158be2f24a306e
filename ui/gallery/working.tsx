import * as ui from '../index.ts'
import { brekke, diff } from './sample.tsx'

/** Voting and writing. */
export function Working() {
  return (
    <>
      <ui.Form action="#main" labelledBy="st">
        <ui.Beads label="You have answered 7 of 20 statements" done={7} of={20} />
        <ui.StatementCard
          id="st"
          text="Cars should not be allowed on School Lane between 7:30 and 8:30."
          by="By a resident, 12 November."
        />
        <ui.AnswerButtons
          label="Your answer"
          name="answer"
          keys="On a keyboard: press 1, 2 or 3."
          choices={[
            { choice: 'agree', word: 'Agree', hint: 'I see it this way' },
            { choice: 'disagree', word: 'Disagree', hint: 'I see it differently' },
            { choice: 'pass', word: 'Pass', hint: 'Not sure, or not for me' },
          ]}
        />
      </ui.Form>
      <ui.Undo
        words="You agreed with “Every school needs a safe place to leave a bike.”"
        undo={
          <ui.Form action="#main" shape="inline">
            <ui.Button variant="tertiary" size="sm" icon="undo">
              Undo
            </ui.Button>
          </ui.Form>
        }
      />
      <ui.WhatNext
        steps={[
          { when: 'Today', text: 'You see where you stand.' },
          { when: '26 November', text: 'The group reads it.' },
          { when: 'By 3 March 2027', text: 'The council answers.' },
        ]}
      />
      <ui.Section id="h-text" title="The text, clause by clause">
        <ui.ClauseList>
          <ui.Clause
            id="c1"
            number="1"
            spoken="Clause 1:"
            title="Ask the children"
            text={<ui.Prose text={'Each school asks its pupils.\nSee https://example.org/a?b=1.'} />}
            marginLabel="Clause 1: where it comes from"
            margin={
              <>
                <ui.StateTag icon="agree" color="success">
                  Agreed by all
                </ui.StateTag>
                <ui.Pips label="9 of 15 agree, 3 do not, 3 have not said" agree={9} disagree={3} silent={3} />
                <ui.TraceChip href="#main">22 contributions</ui.TraceChip>
              </>
            }
          />
          <ui.Clause
            id="c3"
            number="3"
            spoken="Clause 3:"
            title="A quiet hour"
            state="open"
            text={
              <>
                <ui.WordDiff parts={diff} />
                <ui.Amendment
                  label="Change proposed"
                  head={
                    <>
                      <ui.PersonChip {...brekke} />
                      <ui.StateTag icon="edit" color="brand1">
                        Change proposed
                      </ui.StateTag>
                    </>
                  }
                >
                  <ui.Form action="#main">
                    <ui.TextArea name="why" label="Your reason" rows={2} required />
                    <ui.Actions>
                      <ui.Button size="sm">Accept the change</ui.Button>
                      <ui.Button size="sm" variant="secondary">
                        Decline, with my reason
                      </ui.Button>
                    </ui.Actions>
                  </ui.Form>
                </ui.Amendment>
              </>
            }
            marginLabel="Clause 3: where it comes from"
            margin={
              <ui.StateTag icon="now" color="warning">
                Still open
              </ui.StateTag>
            }
          />
          <ui.Clause
            id="ci"
            number="i"
            spoken="Clause i:"
            title="What it costs"
            state="staff"
            text={<p>Lights cost €310,000 once.</p>}
            marginLabel="Clause i: where it comes from"
            margin={<ui.StaffLabel>Staff text</ui.StaffLabel>}
          />
        </ui.ClauseList>
      </ui.Section>
    </>
  )
}
