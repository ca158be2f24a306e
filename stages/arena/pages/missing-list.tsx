import { shareOf } from '@folkmoot/basics/share.ts'
import { Note, Section } from '../../../ui/index.ts'
import type { Missing } from '../composition/missing.ts'
import { profileName } from '../arena.ts'
import type { PeoplePageProps } from './props.ts'

/** What the group still misses, in words. */
export function MissingList(props: PeoplePageProps) {
  const { say, reader, problem, arena, isOneParty, isMajorityOnly, toInvite } = props
  if (!arena.mandate) return null
  return (
    <>
      <p class="fm-small">
        <a href={reader.to('arena.representation', { problem: problem.slug })}>{say('page.to-representation')}</a>
      </p>
      {arena.missing.length > 0 ? (
        <Section id="missing" title={say('page.missing')} size="aside">
          <ul class="fm-small">
            {arena.missing.map((missing) => (
              <li>{wordsFor(props, missing)}</li>
            ))}
          </ul>
        </Section>
      ) : null}
      {!arena.isConfirmed && toInvite.length > 0 ? (
        <Section
          id="to-invite"
          title={say('page.to-invite')}
          size="aside"
          more={{ href: reader.to('problem.actors', { problem: problem.slug }), text: say('page.to-invite-all') }}
        >
          <ul class="fm-small">
            {toInvite.map(({ name }) => (
              <li>{name}</li>
            ))}
          </ul>
        </Section>
      ) : null}
      {isOneParty || isMajorityOnly ? (
        <Note icon="info">
          <p>{say(isOneParty ? 'page.one-party' : 'page.majority-only')}</p>
        </Note>
      ) : null}
      {!arena.isConfirmed && arena.seats.length > 0 ? (
        <Note icon="info">
          <p>{say('page.not-confirmed')}</p>
        </Note>
      ) : null}
    </>
  )
}

export function wordsFor({ say, arena }: PeoplePageProps, missing: Missing): string {
  switch (missing.what) {
    case 'profile':
      return say('page.missing-profile', { ...missing, profile: profileName(arena, missing.profile) })
    case 'gender':
      return genderWords(say, missing)
    case 'politicians':
    case 'citizens':
      return say(`page.missing-${missing.what}`, { seated: missing.seated, wanted: missing.wanted })
  }
}

function genderWords(
  say: PeoplePageProps['say'],
  { gender, part, whole, wanted }: Extract<Missing, { readonly what: 'gender' }>,
): string {
  const said = shareOf(part, whole)
  return said.kind === 'percent'
    ? say(`page.missing-${gender}`, { share: said.share, wanted })
    : say(`page.few-${gender}`, { part, whole, wanted })
}
