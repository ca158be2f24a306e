import { ButtonLink, Columns, Empty, ErrorSummary, Head, People, Prose, Section } from '../../../ui/index.ts'
import { Actors } from './actors.tsx'
import { Framings } from './framings.tsx'
import { HiddenText } from './hidden-text.tsx'
import type { ProblemPageProps } from './problem-props.ts'
import { SponsorForm } from './sponsor-form.tsx'

/** The problem itself: what happens, to whom, who has taken it up, and every way it was put. */
export function ProblemPage(props: ProblemPageProps) {
  const { reader, say, errors, problem, may } = props
  const stone = props.hidden.get(problem.id)
  const slug = { problem: problem.slug }
  return (
    <>
      <ErrorSummary title={reader.common('error-title')} errors={errors} />
      <Head eyebrow={raisedLine(props)} title={stone ? say('page.title') : problem.question} />
      <Columns
        main={
          <>
            {stone ? <HiddenText reader={reader} stone={stone} /> : <Story {...props} />}
            <Actors {...props} />
            <Framings {...props} />
          </>
        }
        aside={
          <>
            <Sponsors {...props} />
            {may.sponsor ? <SponsorForm {...props} action={reader.to('problem.sponsor', slug)} /> : null}
            {may.reframe ? (
              <p>
                <ButtonLink href={reader.to('problem.reframing', slug)} variant="secondary">
                  {say('page.reframe')}
                </ButtonLink>
              </p>
            ) : null}
          </>
        }
      />
    </>
  )
}

function raisedLine({ reader, say, problem, authors }: ProblemPageProps): string {
  if (problem.source !== null) return say('page.told')
  const by = problem.raisedBy && authors.get(problem.raisedBy)
  const day = reader.time.day(problem.raisedAt)
  return by?.name ? say('page.raised', { name: by.name, day }) : say('page.raised-anonymously', { day })
}

function Story({ reader, say, problem }: ProblemPageProps) {
  return (
    <>
      <Section id="what" title={say('page.what')}>
        <Prose text={problem.whatHappens} lang={problem.language} />
      </Section>
      <Section id="who" title={say('page.who')}>
        <Prose text={problem.whoIsAffected || say('page.unknown-who')} lang={problem.language} />
      </Section>
      {problem.source === null ? null : (
        <Section id="source" title={reader.common('source')} size="mid">
          <Prose text={problem.source} size="small" />
        </Section>
      )}
    </>
  )
}

function Sponsors({ reader, say, problem, sponsors, people }: ProblemPageProps) {
  const known = sponsors.flatMap(({ person, words }) => {
    const politician = people.get(person)
    return politician ? [{ politician, words }] : []
  })
  if (known.length === 0 && problem.source !== null) {
    return (
      <Section id="sponsors" title={say('page.sponsors')} size="aside">
        <p class="fm-small">{reader.common('unknown')}</p>
      </Section>
    )
  }
  if (known.length === 0) {
    return (
      <Empty title={say('page.no-sponsor')} level={2}>
        <p>{say('page.no-sponsor-next')}</p>
      </Empty>
    )
  }
  return (
    <Section id="sponsors" title={say('page.sponsors')} size="aside">
      <People
        isColumn
        people={known.map(({ politician }) => ({
          name: politician.name,
          role: 'politician',
          line: [politician.role, politician.party].filter(Boolean).join(' · '),
          href: reader.to('person', { person: politician.slug }),
        }))}
      />
      {known.map(({ words }) => (words ? <Prose text={words} size="small" /> : null))}
    </Section>
  )
}
