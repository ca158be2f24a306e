import * as ui from '../index.ts'
import { holm, reed, diff } from './sample.tsx'

/** A recommendation and its answer. */
export function Answered() {
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
        <ui.TraceChip href="#main">36 contributions on the harbour mouth</ui.TraceChip>
        <ui.TraceChip href="#main" icon="document">
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
          columns={[{ label: 'What' }, { label: 'Who' }, { label: 'Money', isNumber: true }, { label: 'State' }]}
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
        before={{ href: '#main', text: 'Recommendation 3: valves' }}
        here={{ text: 'See the whole thread', href: '#main' }}
        after={{ href: '#main', text: 'Recommendation 5: a higher quay wall' }}
      />
    </>
  )
}
