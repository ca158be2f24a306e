import type { Id } from '@folkmoot/basics/ids.ts'
import { Empty, List, PersonChip, Prose, Section } from '../../../../ui/index.ts'
import type { ProblemPageProps } from '../../pages/problem-props.ts'
import { partiesAmong } from '../rules.ts'

/** Who has taken the problem up, of how many parties (F12), and who stepped back and why. */
export function Sponsors(props: ProblemPageProps) {
  const { reader, say, saySponsor, problem, sponsors, people } = props
  const known = sponsors.filter(({ person }) => people.has(person))
  if (known.length === 0 && problem.source !== null) {
    return (
      <Section id="sponsors" title={saySponsor('sponsors.title')} size="aside">
        <p class="fm-small">{reader.common('unknown')}</p>
      </Section>
    )
  }
  return (
    <>
      {known.length === 0 ? (
        <Empty title={say('page.no-sponsor')} level={2}>
          <p>{say('page.no-sponsor-next')}</p>
        </Empty>
      ) : (
        <Section id="sponsors" title={saySponsor('sponsors.title')} size="aside">
          <Parties {...props} />
          <List
            items={known.map(({ person, words, language, namedBy }) => (
              <>
                <SponsorChip {...props} person={person} />
                {namedBy === null ? null : <p class="fm-small">{saySponsor('sponsors.named', { body: namedBy })}</p>}
                {words ? <Prose text={words} lang={language} size="small" /> : null}
              </>
            ))}
          />
        </Section>
      )}
      <Past {...props} />
    </>
  )
}

/** Of one party or of several; and whether any of them holds a seat. */
function Parties({ saySponsor, sponsors, terms, problem }: ProblemPageProps) {
  if (problem.source !== null) return null
  const spoken = sponsors.filter(({ namedBy }) => namedBy === null)
  const { count, only } = partiesAmong(spoken.map(({ person }) => terms.get(person)?.party ?? null))
  const isSeated = sponsors.some(({ person }) => terms.get(person)?.isHeld)
  return (
    <>
      {only === null ? null : (
        <p class="fm-small">{saySponsor('sponsors.one-party', { count: spoken.length, party: only })}</p>
      )}
      {count > 1 ? <p class="fm-small">{saySponsor('sponsors.several', { count })}</p> : null}
      {isSeated ? null : <p class="fm-small">{saySponsor('sponsors.none-seated')}</p>}
    </>
  )
}

/** Her name stays on what she did, with the term in which she could. */
function SponsorChip({
  reader,
  saySponsor,
  people,
  terms,
  person,
}: ProblemPageProps & { readonly person: Id<'person'> }) {
  const politician = people.get(person)
  if (!politician) return null
  const term = terms.get(person)
  const seat = term?.isHeld
    ? undefined
    : term?.endsOn
      ? saySponsor('sponsors.term-ended', { day: reader.time.day(term.endsOn) })
      : saySponsor('sponsors.no-seat')
  return (
    <PersonChip
      name={politician.name}
      role="politician"
      line={[politician.role, politician.party, seat].filter(Boolean).join(' · ')}
      href={reader.to('person', { person: politician.slug })}
    />
  )
}

function Past(props: ProblemPageProps) {
  const { reader, saySponsor, past } = props
  if (past.length === 0) return null
  return (
    <Section id="stepped-back" title={saySponsor('past.title')} size="aside">
      <List
        items={past.map(({ person, at, endedAt, reason, language, namedBy }) => (
          <>
            <SponsorChip {...props} person={person} />
            <p class="fm-mini">
              {namedBy === null
                ? saySponsor('past.line', { from: reader.time.day(at), to: reader.time.day(endedAt) })
                : saySponsor('past.named', { body: namedBy, day: reader.time.day(endedAt) })}
            </p>
            <Prose text={reason} lang={language} size="small" />
          </>
        ))}
      />
    </Section>
  )
}
