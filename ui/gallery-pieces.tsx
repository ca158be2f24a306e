import { GalleryHello } from './gallery.tsx'
import * as ui from './index.ts'

const holm: ui.Person = { name: 'Ragna Holm', role: 'politician', line: 'Mayor · Harbour List', href: '#' }
const brekke: ui.Person = {
  name: 'Tomas Brekke',
  role: 'politician',
  line: 'Councillor · Town and Land',
  href: '#',
}
const reed: ui.Person = { name: 'Alma Reed', role: 'member', line: 'Resident, follow-up group', href: '#' }
const club: ui.Person = { name: 'Lindhavn Sailing Club', role: 'organisation', line: 'Pledged 24 volunteers' }
const marsh: ui.Person = { name: 'Jon Marsh', role: 'staff', line: 'Staff, harbour engineer' }

const diff: readonly ui.DiffPart[] = [
  { kind: 'same', text: 'The town ' },
  { kind: 'out', text: 'should' },
  { kind: 'in', text: 'will' },
  { kind: 'same', text: ' build a gate that closes by itself when the sea rises ' },
  { kind: 'out', text: '90 cm' },
  { kind: 'in', text: '80 cm' },
  { kind: 'same', text: '.' },
]

const late = <ui.Clock state="late" number="11" words="11 days overdue" date="was due Friday 13 November" />

/** Pieces of home, journey, answer, vote, draft, desk and bench. */
export function GalleryPieces() {
  return (
    <>
      <GalleryHello />
      <ui.Columns main={<Home />} aside={<Aside />} />
      <Journey />
      <Answered />
      <Working />
      <Bench />
    </>
  )
}

function Home() {
  return (
    <ui.Section id="h-work" title="What we work on together" more={{ href: '#', text: 'All 11 cases' }}>
      <ui.CaseList>
        {[4, 5].map((now) => (
          <ui.CaseCard
            step={<ui.Seven now={now} label={`Step ${now} of 7:`} name="Working it out" />}
            title="How can every child walk or cycle to school safely?"
            href="#"
            action={<ui.ButtonLink href="#">Vote on statements</ui.ButtonLink>}
            time="3 minutes, until 6 Dec"
            promise={
              <ui.PromiseLine>
                The council answers each recommendation by <strong>3 March 2027</strong>
              </ui.PromiseLine>
            }
            led={
              <ui.LedBy people={[holm, brekke]}>
                Led by <a href="#">Ragna Holm</a>, Harbour List and <a href="#">Tomas Brekke</a>, Town and
                Land
              </ui.LedBy>
            }
          />
        ))}
      </ui.CaseList>
    </ui.Section>
  )
}

function Aside() {
  return (
    <>
      <ui.Section id="h-owe" title="What we owe you">
        <ui.OweList
          items={[
            {
              clock: late,
              title: 'Plant the rain garden in Lind Park',
              href: '#',
              line: 'Owner: Idris Vane.',
            },
            {
              clock: (
                <ui.Clock
                  state="today"
                  number="4 h"
                  words="Due today, in 4 hours"
                  date="Tuesday 24 November at 23:59"
                />
              ),
              title: 'Answer to Kaya Nord',
              href: '#',
            },
            {
              clock: (
                <ui.Clock
                  state="ok"
                  number="39"
                  words="in 39 days"
                  date="Saturday 2 January 2027"
                  share={0.65}
                />
              ),
              title: 'Valves in 140 homes',
              href: '#',
            },
          ]}
          sum={
            <>
              <strong>41 of 46</strong> promises were kept on time.
            </>
          }
        />
      </ui.Section>
      <ui.Section id="h-meet" title="Meetings" size="aside">
        <ui.MeetingRow
          day="9"
          month="Dec"
          iso="2026-12-09"
          title="Follow-up group meets"
          href="#"
          line="Wednesday 18:00, Sailing club. Open to all."
        />
      </ui.Section>
    </>
  )
}

function Journey() {
  return (
    <>
      <ui.Columns
        shape="wide"
        main={
          <ui.Head
            eyebrow="Opened by the town council on 14 January 2025"
            title="How do we keep the harbour dry?"
            lead="The harbour floods twice a year."
          />
        }
        aside={
          <ui.PromiseBanner
            title="What was promised"
            clocks={late}
            terms={[
              {
                term: 'How far it goes',
                text: 'Work together. You advise, the council decides and gives its reasons.',
              },
              { term: 'What can change', text: 'How and in what order.' },
            ]}
          />
        }
      />
      <ui.Columns
        main={
          <ui.Section id="h-journey" title="The journey">
            <ui.Stepper
              steps={[
                {
                  title: 'The problem',
                  state: 'done',
                  spoken: 'Step 1, done:',
                  figure: '312 residents behind it',
                  body: <p>Raised by Kaya Nord.</p>,
                },
                {
                  title: 'Carrying it out',
                  state: 'now',
                  spoken: 'Step 2, now:',
                  tag: (
                    <ui.StateTag icon="now" color="brand1">
                      Now
                    </ui.StateTag>
                  ),
                  body: (
                    <>
                      <p>Five commitments.</p>
                      <ui.ProgressBar
                        label="One kept, three on the way, one late"
                        parts={['done', 'doing', 'doing', 'doing', 'late']}
                      />
                    </>
                  ),
                },
                {
                  title: 'What came of it',
                  state: 'next',
                  spoken: 'Step 3, coming:',
                  figure: 'from 1 March 2028',
                },
              ]}
            />
          </ui.Section>
        }
        aside={
          <ui.Section id="h-who" title="Who keeps watch" size="aside">
            <ui.People people={[holm, reed, club, marsh]} isColumn />
          </ui.Section>
        }
      />
      <ui.ChangeLine
        title="61 of 64 homes were warned before the water came"
        hops={[
          { text: '31 people’s flood nights', href: '#' },
          { text: 'recommendation 1', href: '#' },
          { text: 'adopted 19–0' },
          { text: 'measured 30 October' },
        ]}
      />
      <ui.Figure
        number="61 of 64"
        label="homes warned in time"
        range="between 58 and 64"
        source={<a href="#">Harbour office, 30 October 2026</a>}
      />
      <ui.BarChart
        id="h-chart"
        title="Few under 30 have applied"
        unit="People who applied, by group"
        bars={[
          { label: 'Women', value: 35, words: '35' },
          { label: 'Men', value: 26, words: '26' },
          { label: 'Under 30', value: 3, words: '3, too few', isLow: true },
          { label: 'Goal for under 30', value: 30, words: '30', isPromised: true },
        ]}
        source="The call for seats, 24 November 2026."
        table={{ open: 'The numbers as a table', label: 'Group', value: 'People' }}
      />
    </>
  )
}

function Answered() {
  const gable = (
    <ui.Seats
      label="14 councillors voted for, 5 against"
      seats={[
        { role: 'politician', count: 14 },
        { role: 'politician', count: 5, isAgainst: true },
      ]}
    />
  )
  return (
    <>
      <ui.Quote isBig by={<ui.PersonChip {...reed} />}>
        The town should build a gate at the harbour mouth.
      </ui.Quote>
      <ui.TraceRow label="Made from">
        <ui.TraceChip href="#">36 contributions on the harbour mouth</ui.TraceChip>
        <ui.TraceChip href="#" icon="document">
          Clause 5
        </ui.TraceChip>
      </ui.TraceRow>
      <ui.Answer
        id="h-ans"
        kind="changed"
        eyebrow="The council’s answer"
        title="Accepted with changes"
        lead="The gate will be built by 1 October 2027."
        facts={[
          <ui.PersonChip {...holm} />,
          <ui.Clock state="done" size="s" words="Answered in time" date="Thursday 9 April 2026" />,
          gable,
        ]}
      >
        <ui.DiffPair
          parts={diff}
          before="You recommended"
          after="The council decided"
          words={{
            struck: 'struck through',
            takenOut: 'taken out',
            underlined: 'underlined',
            putIn: 'put in',
          }}
        />
        <ui.Table
          caption="Commitments"
          columns={[
            { label: 'What' },
            { label: 'Who' },
            { label: 'Money', isNumber: true },
            { label: 'State' },
          ]}
          rows={[
            {
              cells: [
                'Build the gate',
                'Tomas Brekke, Works Committee',
                '€2.1 million',
                <ui.StateTag icon="now" color="brand1">
                  On the way
                </ui.StateTag>,
              ],
            },
            {
              cells: [
                'Measure the beach',
                'Jon Marsh',
                '€18,000',
                <ui.StateTag icon="agree" color="success">
                  Kept in 2026
                </ui.StateTag>,
              ],
            },
          ]}
        />
      </ui.Answer>
      <ui.Answer
        id="h-ans2"
        kind="waiting"
        eyebrow="The council’s answer"
        title="Not yet"
        lead="The council answers by 1 December 2026."
      />
      <ui.Pager
        label="Recommendations"
        before={{ href: '#', text: 'Recommendation 3: valves' }}
        here={{ text: 'See the whole thread', href: '#' }}
        after={{ href: '#', text: 'Recommendation 5: a higher quay wall' }}
      />
    </>
  )
}

function Working() {
  return (
    <>
      <ui.Form action="#" labelledBy="st">
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
            { choice: 'agree', word: 'Agree', hint: 'This should happen' },
            { choice: 'disagree', word: 'Disagree', hint: 'This should not happen' },
            { choice: 'pass', word: 'Pass', hint: 'Not sure, or not for me' },
          ]}
        />
      </ui.Form>
      <ui.Undo
        words="You agreed with “Every school needs a safe place to leave a bike.”"
        undo={
          <ui.Form action="#" shape="inline">
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
            text={<ui.Prose text="Each school asks its pupils.\nSee https://example.org/a?b=1." />}
            marginLabel="Clause 1: where it comes from"
            margin={
              <>
                <ui.StateTag icon="agree" color="success">
                  Agreed by all
                </ui.StateTag>
                <ui.Pips label="9 of 15 agree, 3 do not, 3 have not said" agree={9} disagree={3} silent={3} />
                <ui.TraceChip href="#">22 contributions</ui.TraceChip>
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
                  <ui.Form action="#">
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

function Bench() {
  return (
    <>
      <ui.TodoList>
        <ui.Todo
          clock={
            <ui.Clock state="late" size="s" number="11" words="11 days overdue" date="since 13 November" />
          }
          title="Tell people about the rain garden"
          line="The soil test came back yesterday."
          actions={
            <>
              <ui.ButtonLink size="sm" href="#">
                Set a new date
              </ui.ButtonLink>
              <ui.ButtonLink size="sm" variant="tertiary" href="#">
                See the test
              </ui.ButtonLink>
            </>
          }
        />
      </ui.TodoList>
      <ui.Grid>
        <ui.Panel>
          <h2 class="fm-h-mid">Safe school routes, meeting 4</h2>
          <ui.Brief
            points={[
              { icon: 'bell', term: 'New since you looked', text: '212 more votes.' },
              { icon: 'thread', term: 'People differ', text: 'No cars on School Lane.' },
            ]}
          />
        </ui.Panel>
        <ui.Panel>
          <h2 class="fm-h-mid">My record</h2>
          <ui.FigureRow
            figures={[
              { number: '23', label: 'answers on time' },
              { number: '3', label: 'late' },
              { number: '1', label: 'waiting' },
              { number: '17 of 19', label: 'meetings' },
            ]}
          />
        </ui.Panel>
      </ui.Grid>
      <ui.TaskList
        id="p2"
        number={2}
        title="Recruit"
        sum="4 of 7 done"
        tasks={[
          {
            name: 'Open the call for seats',
            href: '#',
            date: '2 Nov',
            tag: (
              <ui.StateTag icon="agree" color="success">
                Done
              </ui.StateTag>
            ),
          },
          {
            name: 'Send 1,200 letters',
            href: '#',
            date: '22 Nov',
            line: 'Waits for the mayor.',
            tag: (
              <ui.StateTag icon="late" color="danger">
                2 days late
              </ui.StateTag>
            ),
          },
          {
            name: 'Hold the public draw',
            date: '14 Dec',
            tag: (
              <ui.StateTag icon="locked" color="neutral">
                Cannot start yet
              </ui.StateTag>
            ),
          },
        ]}
      />
      <ui.FactList
        rows={[
          { term: 'Agreed by all', value: '2 clauses' },
          { term: 'Written by', value: 'residents 52%, councillors 34%' },
        ]}
      />
      <ui.Note icon="place">
        <p>
          <strong>You have not met anyone face to face for 31 days.</strong> <a href="#">Join the walk</a>
        </p>
      </ui.Note>
      <ui.StaffNote label="Staff text" by="Jon Marsh, harbour engineer">
        <p>The gate needs 400 kW.</p>
      </ui.StaffNote>
      <ui.Empty
        title="No questions yet"
        action={
          <ui.ButtonLink href="#" icon="talk">
            Ask the mayor
          </ui.ButtonLink>
        }
      >
        Nobody has asked anything. The first question is often the best.
      </ui.Empty>
      <ui.Tombstone
        title="This question was hidden on 4 May 2026"
        reason="It named a child. Decided by Berit Lang, clerk."
        links={<a href="#">How to appeal</a>}
      />
      <ui.Details summary="Where the 184 contributions came from">
        <p>From five places.</p>
      </ui.Details>
      <p>
        <ui.ShareBar share={0.91} words="91%" />
      </p>
      <ui.Actions>
        <ui.Button isGrave>Hide this question</ui.Button>
      </ui.Actions>
      <ui.Dock
        label="My desk"
        links={[
          { href: '#h-work', text: 'Waits', icon: 'clock', count: 4, current: true },
          { href: '#h-meet', text: 'Meeting', icon: 'calendar' },
          { href: '#h-owe', text: 'Promises', icon: 'promise' },
          { href: '#p2', text: 'Record', icon: 'document' },
        ]}
      />
    </>
  )
}
