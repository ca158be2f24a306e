import type { Reader } from '../../../../platform/http/index.ts'
import { Panel, Prose, Section } from '../../../../ui/index.ts'
import type { SayReferral } from '../messages/words.ts'
import type { ReferralOut } from '../store.ts'

export type ReferralsPartProps = {
  readonly reader: Reader
  readonly say: SayReferral
  readonly referrals: readonly { readonly out: ReferralOut; readonly href: string | null }[]
}

/** Where a recommendation stands with those it was passed on to, and what they answered. */
export function ReferralsPart({ reader, say, referrals }: ReferralsPartProps) {
  return (
    <Section id="passed-on" title={say('part.title')}>
      {referrals.map(({ out, href }) => (
        <Panel>
          <p>
            <strong>{say(`part.${out.state}`, { to: out.toName, day: reader.time.day(out.dueOn) })}</strong>
          </p>
          {out.amendedText ? <Prose text={out.amendedText} /> : null}
          {out.reason ? <Prose text={out.reason} /> : null}
          {out.answeredAt ? (
            <p class="fm-mini">
              {say('page.signed', { name: out.answeredByName, day: reader.time.day(out.answeredAt) })}
            </p>
          ) : null}
          {href ? (
            <p>
              <a class="fm-link" href={href}>
                {say('part.link', { to: out.toName })}
              </a>
            </p>
          ) : null}
        </Panel>
      ))}
    </Section>
  )
}
