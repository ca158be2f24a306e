import * as ui from '../index.ts'
import { holm, brekke } from './sample.tsx'

/** What the home of a jurisdiction is made of. */
export function Home() {
  return (
    <ui.Section id="h-work" title="What we work on together" more={{ href: '#main', text: 'All 11 cases' }}>
      <ui.CaseList>
        {[4, 5].map((now) => (
          <ui.CaseCard
            step={<ui.Seven now={now} label={`Step ${now} of 7:`} name="Working it out" />}
            title="How can every child walk or cycle to school safely?"
            href="#main"
            action={<ui.ButtonLink href="#main">Vote on statements</ui.ButtonLink>}
            time="3 minutes, until 6 Dec"
            promise={
              <ui.PromiseLine>
                The council answers each recommendation by <strong>3 March 2027</strong>
              </ui.PromiseLine>
            }
            led={
              <ui.LedBy people={[holm, brekke]}>
                Led by <a href="#main">Ragna Holm</a>, Harbour List and <a href="#main">Tomas Brekke</a>, Town and Land
              </ui.LedBy>
            }
          />
        ))}
      </ui.CaseList>
    </ui.Section>
  )
}
