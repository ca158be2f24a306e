import { isSignedIn, type SignedIn } from '@folkmoot/basics/actor.ts'
import {
  allJurisdictions,
  allSeats,
  bodies,
  emptyBodies,
  outlineOf,
  isSeatedOn,
  parties,
  politicians,
  possibleParents,
  todayIn,
} from '../../platform/directory/index.ts'
import { page, redirect, refused, type FieldError, type Reply, type Visit } from '../../platform/http/index.ts'
import { everydayWords } from '../../platform/i18n/index.ts'
import { accountById, accountOfPerson, staff, type Bound } from '../../platform/identity/index.ts'
import { cookieOf } from '../sign-in/session.ts'
import { ruleInForce } from '../../stages/problem/index.ts'
import { settingsWords, type SettingsKey } from './messages/words.ts'
import { SettingsPage } from './pages/settings-page.tsx'
import { typedPlace } from './place-form.ts'

export type Here = Visit<'settings'>

export async function withActor(visit: Here, act: (actor: SignedIn) => Promise<Reply>): Promise<Reply> {
  return isSignedIn(visit.actor) ? act(visit.actor) : refused(visit.common('refused.sign-in-first'), 403)
}

const messages = [
  'saved',
  'invited',
  'linked',
  'unlinked',
  'mail-sent',
  'one-signed-out',
  'all-signed-out',
  'outline-given',
] as const satisfies readonly SettingsKey[]

/** Back to the settings, which say what was done, not to whom: addresses of pages are kept in logs and histories. */
export function done(visit: Here, message: (typeof messages)[number], renewed?: Bound): Reply {
  return redirect(`${visit.to('settings')}?done=${message}`, renewed && [cookieOf(visit, renewed)])
}

function doneWords(visit: Here): string | null {
  const message = messages.find((one) => one === visit.query.get('done'))
  return message ? say(visit)(message) : null
}

/** The place as it stands in the database at this moment: a request may have been given one of two seconds ago. */
export async function placeNow(visit: Here) {
  return (
    (await allJurisdictions(visit.database)).find((place) => place.id === visit.jurisdiction.id) ?? visit.jurisdiction
  )
}

/** Other places of this installation that this one can be part of. */
export async function parentsOf(visit: Here) {
  return possibleParents(await allJurisdictions(visit.database), visit.jurisdiction.id)
}

export async function settingsPage(visit: Here, errors: readonly FieldError[] = []): Promise<Reply> {
  const place = await placeNow(visit)
  const today = todayIn(place, visit.now)
  const [parents, deciding, groups, seats, workers, seated, me, rule, outline] = await Promise.all([
    parentsOf(visit),
    bodies(visit.read),
    parties(visit.read),
    allSeats(visit.read),
    staff(visit.read),
    politicians(visit.read, today),
    visit.actor.account ? accountById(visit.read, visit.actor.account) : undefined,
    ruleInForce(visit.read),
    outlineOf(visit.read),
  ])
  const linked = await Promise.all(seated.map((one) => accountOfPerson(visit.read, one.id)))
  const title = say(visit)('title', { place: place.name })
  return page({
    title,
    status: errors.length > 0 ? 422 : 200,
    body: (
      <SettingsPage
        say={say(visit)}
        common={visit.common}
        title={title}
        slug={place.slug}
        outlinePlaces={outline ? outline.places.length : null}
        lang={visit.lang}
        done={doneWords(visit)}
        errors={errors}
        typed={errors.length > 0 ? visit.form.typed : {}}
        place={typedPlace(place)}
        colors={{ accent: place.accent, brand: place.brand }}
        spoken={everydayWords.languages}
        parents={parents}
        bodies={deciding}
        parties={groups}
        rule={
          rule
            ? {
                body: deciding.find(({ id }) => id === rule.body)?.name ?? '',
                threshold: rule.rungs[0]?.threshold ?? 0,
              }
            : null
        }
        seats={seats.filter((seat) => isSeatedOn(seat, today))}
        empty={emptyBodies(seats, today)}
        today={today}
        day={visit.time.day}
        staff={workers}
        unlinked={seated.filter((_, i) => linked[i] === undefined)}
        linked={seated.filter((_, i) => linked[i] !== undefined)}
        email={me?.email ?? ''}
        to={{
          save: visit.to('settings.save'),
          body: visit.to('settings.body'),
          agendaRule: visit.to('problem.rule'),
          mandateRules: visit.to('mandates.rules'),
          closingGrounds: visit.to('meeting.grounds'),
          member: visit.to('settings.member'),
          term: visit.to('settings.term'),
          continueTerms: visit.to('settings.continue-terms'),
          chair: visit.to('settings.chair'),
          invite: visit.to('settings.invite'),
          link: visit.to('settings.link-person'),
          endSessions: visit.to('settings.end-sessions'),
          mailTest: visit.to('settings.mail-test'),
          outline: visit.to('settings.outline'),
          outlinePicture: visit.to('outline'),
          outbox: visit.to('outbox'),
        }}
      />
    ),
  })
}

export function say(visit: Here) {
  return settingsWords.say(visit.lang)
}
