import { href } from '@folkmoot/basics/addresses.ts'
import { allJurisdictions, politiciansById, type Jurisdiction } from '../../../platform/directory/index.ts'
import { notFound, page, type FieldError, type Reply, type Visit } from '../../../platform/http/index.ts'
import { pageLanguages } from '../../../platform/i18n/index.ts'
import { hiddenWords } from '../../../platform/moderation/index.ts'
import { decisionWords } from '../messages/words.ts'
import * as inStore from './in-store.ts'
import { referralWords } from './messages/words.ts'
import { ReferralPage } from './pages/referral-page.tsx'
import { ReferralsPart } from './pages/referrals-part.tsx'
import * as rules from './rules.ts'
import { unreadable } from './slots.ts'
import type { ReferralOut } from './store.ts'

type AtReferral = Visit & { readonly params: { readonly number: string } }

/** In the reader's language where the pages of that place speak it. */
function spokenIn(lang: string, place: Jurisdiction): string {
  const spoken = pageLanguages(place)
  return spoken.includes(lang) ? lang : (spoken[0] ?? lang)
}

export async function referralPage(visit: AtReferral, errors: readonly FieldError[] = []): Promise<Reply> {
  const referral = await inStore.inByNumber(visit.read, rules.numberIn(visit.params.number))
  if (!referral) return notFound()
  const say = referralWords.say(visit.lang)
  const [hidden, people, places] = await Promise.all([
    unreadable(visit.read, [referral]),
    politiciansById(visit.read, referral.answeredBy === null ? [] : [referral.answeredBy]),
    allJurisdictions(visit.database),
  ])
  const from = places.find(({ id }) => id === referral.from)
  const isHidden = hidden.has(referral.id)
  return page({
    title: say('page.title', { body: referral.bodyName }),
    crumbs: [{ text: say('page.crumb'), href: visit.to('owed') }],
    status: errors.length > 0 ? 422 : 200,
    body: (
      <ReferralPage
        reader={visit}
        typed={visit.form.typed}
        title={isHidden ? hiddenWords : referral.title}
        by={referral.answeredBy === null ? undefined : people.get(referral.answeredBy)}
        sayAnswer={decisionWords.say(visit.lang)}
        there={
          from
            ? href('decision.recommendation', {
                lang: spokenIn(visit.lang, from),
                jurisdiction: from.slug,
                problem: referral.fromSlug,
                number: String(referral.fromNumber),
              })
            : null
        }
        mayAnswer={rules.mayAnswerHere(referral, visit.actor).ok}
        {...{ say, errors, referral, isHidden }}
      />
    ),
  })
}

/** Under the answer to one recommendation: where it stands with those it was passed on to. */
export async function referralsPart(visit: Visit, outs: readonly ReferralOut[]) {
  if (outs.length === 0) return null
  const places = await allJurisdictions(visit.database)
  return (
    <ReferralsPart
      reader={visit}
      say={referralWords.say(visit.lang)}
      referrals={outs.map((out) => {
        const place = places.find(({ id }) => id === out.to)
        return {
          out,
          href:
            place && out.theirNumber !== null
              ? href('decision.referral', {
                  lang: spokenIn(visit.lang, place),
                  jurisdiction: place.slug,
                  number: String(out.theirNumber),
                })
              : null,
        }
      })}
    />
  )
}
