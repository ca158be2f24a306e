import * as ui from '../index.ts'
import { late } from './sample.tsx'

/** What stands beside it. */
export function Aside() {
  return (
    <>
      <ui.Section id="h-owe" title="What we owe you">
        <ui.OweList
          items={[
            {
              clock: late,
              title: 'Plant the rain garden in Lind Park',
              href: '#main',
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
              href: '#main',
            },
            {
              clock: <ui.Clock state="ok" number="39" words="in 39 days" date="Saturday 2 January 2027" share={0.65} />,
              title: 'Valves in 140 homes',
              href: '#main',
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
          href="#main"
          line="Wednesday 18:00, Sailing club. Open to all."
        />
      </ui.Section>
    </>
  )
}
