import {
  ButtonLink,
  Columns,
  Empty,
  ErrorSummary,
  Head,
  List,
  PersonChip,
  Prose,
  Section,
  StateTag,
} from '../../../ui/index.ts'
import { ActorsPart } from '../actors/pages/actors-part.tsx'
import { Framings } from './framings.tsx'
import { HiddenText } from './hidden-text.tsx'
import { Story } from './story.tsx'
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
      <Head eyebrow={raisedLine(props)} title={stone ? say('page.title') : problem.question}>
        <WhatNow {...props} />
      </Head>
      <Columns
        main={
          <>
            {stone ? <HiddenText reader={reader} stone={stone} /> : <Story {...props} />}
            <ActorsPart {...props} say={props.sayActor} mayAdd={may.addActor && problem.source === null} />
            <Framings {...props} />
          </>
        }
        aside={
          <>
            <Sponsors {...props} />
            {may.sponsor ? <SponsorForm {...props} action={reader.to('problem.sponsor', slug)} /> : null}
          </>
        }
      />
    </>
  )
}

/** Whether somebody has taken it up, and what this reader can do about it: before any scrolling. */
function WhatNow({ reader, say, problem, sponsors, framings, may }: ProblemPageProps) {
  const slug = { problem: problem.slug }
  const waits = may.answer ? framings.find((framing) => framing.state === 'proposed') : undefined
  return (
    <>
      {problem.source === null ? (
        <p>
          <StateTag icon={sponsors.length > 0 ? 'agree' : 'clock'} color={sponsors.length > 0 ? 'success' : 'brand1'}>
            {say('page.taken-up', { count: sponsors.length })}
          </StateTag>
        </p>
      ) : null}
      <div class="fm-act">
        {waits ? (
          <ButtonLink href={`#framing-${waits.number}`}>{say('answer.title', { number: waits.number })}</ButtonLink>
        ) : null}
        {may.sponsor ? (
          <ButtonLink href="#take-up" variant={sponsors.length === 0 ? 'primary' : 'secondary'}>
            {say('sponsor.send')}
          </ButtonLink>
        ) : null}
        {may.reframe ? (
          <ButtonLink href={reader.to('problem.reframing', slug)} variant="secondary">
            {say('page.reframe')}
          </ButtonLink>
        ) : null}
        <a class="fm-link" href={reader.to('journey', slug)}>
          {say('page.journey')}
        </a>
      </div>
    </>
  )
}

function raisedLine({ reader, say, problem, authors }: ProblemPageProps): string {
  if (problem.source !== null) return say('page.told')
  const day = reader.time.day(problem.raisedAt)
  if (problem.channel !== 'web') {
    const name = (problem.writtenDownBy && authors.get(problem.writtenDownBy)?.name) ?? ''
    return say(`page.written-down-${problem.channel}`, { name, day })
  }
  const by = problem.raisedBy && authors.get(problem.raisedBy)
  return by?.name ? say('page.raised', { name: by.name, day }) : say('page.raised-anonymously', { day })
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
      <List
        items={known.map(({ politician, words }) => (
          <>
            <PersonChip
              name={politician.name}
              role="politician"
              line={[politician.role, politician.party].filter(Boolean).join(' · ')}
              href={reader.to('person', { person: politician.slug })}
            />
            {words ? <Prose text={words} size="small" /> : null}
          </>
        ))}
      />
    </Section>
  )
}
