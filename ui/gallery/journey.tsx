import * as ui from '../index.ts'
import { holm, reed, club, marsh, late } from './sample.tsx'

/** What the journey of a problem is made of. */
export function Journey() {
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
          { text: '31 people’s flood nights', href: '#main' },
          { text: 'recommendation 1', href: '#main' },
          { text: 'adopted 19–0' },
          { text: 'measured 30 October' },
        ]}
      />
      <ui.Figure
        number="61 of 64"
        label="homes warned in time"
        range="between 58 and 64"
        source={<a href="#main">Harbour office, 30 October 2026</a>}
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
      <ui.TimeChart
        id="h-time"
        title="Visits in the evening: 0 before, 1,120 after"
        unit="visits a month"
        points={[
          { on: Temporal.PlainDate.from('2025-08-01'), value: 0, words: '0', isBefore: true },
          { on: Temporal.PlainDate.from('2026-01-30'), value: 690, words: '690' },
          { on: Temporal.PlainDate.from('2026-05-30'), value: 940, words: '940', range: { low: 880, high: 1000 } },
          { on: Temporal.PlainDate.from('2026-09-27'), value: 1120, words: '1,120' },
        ]}
        target={{ value: 800, by: Temporal.PlainDate.from('2026-08-28') }}
        number={(value) => value.toLocaleString('en-GB')}
        day={(on) => on.toLocaleString('en-GB', { day: 'numeric', month: 'short', year: 'numeric' })}
        legend={{
          measured: 'Measured',
          before: 'Before',
          target: 'Target',
          range: 'Between which values it lies',
          scale: 'The scale does not begin at 0.',
        }}
      />
      <ui.GridChart
        id="h-grid"
        title="Three groups are affected, one takes part"
        lead="Further right: affected more. Further up: can bring more."
        columns={['Not affected', 'Not known', 'A little', 'Somewhat', 'A lot']}
        rows={['Can bring much', 'Can bring something', 'Nothing named yet']}
        marks={[
          {
            column: 4,
            row: 0,
            shape: 'diamond',
            look: 'full',
            label: '1',
            name: '1, Shops on the quay',
            href: '#h-grid',
          },
          { column: 4, row: 2, shape: 'circle', look: 'open', label: '2', name: '2, Night workers', href: '#h-grid' },
          { column: 3, row: 1, shape: 'hexagon', look: 'soft', label: '3', name: '3, Sailing club', href: '#h-grid' },
          { column: 0, row: 1, shape: 'square', look: 'plain', label: '4', name: '4, Harbour office', href: '#h-grid' },
        ]}
        legend={[
          { shape: 'circle', look: 'plain', words: 'Group of people' },
          { shape: 'circle', look: 'open', words: 'Not heard yet' },
        ]}
      />
    </>
  )
}
