import * as ui from '../index.ts'

/** A desk and a bench. */
export function Bench() {
  return (
    <>
      <ui.TodoList>
        <ui.Todo
          clock={<ui.Clock state="late" size="s" number="11" words="11 days overdue" date="since 13 November" />}
          title="Tell people about the rain garden"
          line="The soil test came back yesterday."
          actions={
            <>
              <ui.ButtonLink size="sm" href="#main">
                Set a new date
              </ui.ButtonLink>
              <ui.ButtonLink size="sm" variant="tertiary" href="#main">
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
            href: '#main',
            date: '2 Nov',
            tag: (
              <ui.StateTag icon="agree" color="success">
                Done
              </ui.StateTag>
            ),
          },
          {
            name: 'Send 1,200 letters',
            href: '#main',
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
          <strong>You have not met anyone face to face for 31 days.</strong> <a href="#main">Join the walk</a>
        </p>
      </ui.Note>
      <ui.StaffNote label="Staff text" by="Jon Marsh, harbour engineer">
        <p>The gate needs 400 kW.</p>
      </ui.StaffNote>
      <ui.Empty
        title="No questions yet"
        action={
          <ui.ButtonLink href="#main" icon="talk">
            Ask the mayor
          </ui.ButtonLink>
        }
      >
        Nobody has asked anything. The first question is often the best.
      </ui.Empty>
      <ui.Tombstone
        title="This question was hidden on 4 May 2026"
        reason="It named a child. Decided by Berit Lang, clerk."
        links={<a href="#main">How to appeal</a>}
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
