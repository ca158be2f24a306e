import { shownAs } from '../interests/shown-as.ts'
import { ButtonLink, Columns, ErrorSummary, Head, Said, StateTag } from '../../../ui/index.ts'
import { ActorsPart } from '../actors/pages/actors-part.tsx'
import { LevelsPart } from '../handovers/pages/levels-part.tsx'
import { WayPart, WayTag } from '../answers/pages/way-part.tsx'
import { Framings } from './framings.tsx'
import { Belonging, GoesOn } from '../merges/pages/around.tsx'
import { HiddenText } from './hidden-text.tsx'
import { Story } from './story.tsx'
import type { ProblemPageProps } from './problem-props.ts'
import { InterestsPart, LeadToRegister } from '../interests/pages/interests-part.tsx'
import { InvitedPanel } from '../sponsors/pages/invited-panel.tsx'
import { NamedPanel } from '../sponsors/pages/named-panel.tsx'
import { SponsorActs } from '../sponsors/pages/sponsor-acts.tsx'
import { Sponsors } from '../sponsors/pages/sponsors.tsx'
import { WaysIn } from '../sponsors/pages/ways-in.tsx'
import { SponsorForm } from './sponsor-form.tsx'

/** The problem itself: what happens, to whom, who has taken it up, and every way it was put. */
export function ProblemPage(props: ProblemPageProps) {
  const { reader, say, errors, problem, may } = props
  const stone = props.hidden.get(problem.id)
  const slug = { problem: problem.slug }
  return (
    <>
      <ErrorSummary title={reader.common('error-title')} errors={errors} />
      <Head
        eyebrow={raisedLine(props)}
        title={stone ? say('page.title') : <Said lang={problem.language}>{problem.question}</Said>}
      >
        <GoesOn reader={reader} say={props.sayMerge} slug={problem.slug} around={props.around} />
        <RaisedFor {...props} />
        <WhatNow {...props} />
      </Head>
      <Columns
        main={
          <>
            {problem.source === null ? (
              <LeadToRegister reader={reader} say={props.sayInterest} standing={props.standing} slug={problem.slug} />
            ) : null}
            <NamedPanel {...props} />
            <InvitedPanel {...props} />
            <WaysIn {...props} />
            {stone ? <HiddenText reader={reader} stone={stone} /> : <Story {...props} />}
            <WayPart {...props} say={props.sayAnswers} sayRule={props.sayAgenda} />
            <ActorsPart {...props} say={props.sayActor} mayAdd={may.addActor && problem.source === null} />
            <LevelsPart {...props.levels} />
            <Framings {...props} />
          </>
        }
        aside={
          <>
            <Sponsors {...props} />
            <SponsorActs {...props} />
            {may.sponsor ? <SponsorForm {...props} action={reader.to('problem.sponsor', slug)} /> : null}
            <Belonging reader={reader} say={props.sayMerge} slug={problem.slug} around={props.around} />
            {problem.source === null ? (
              <InterestsPart
                reader={reader}
                say={props.sayInterest}
                slug={problem.slug}
                interests={props.interests}
                standing={props.standing}
              />
            ) : null}
          </>
        }
      />
    </>
  )
}

/** A problem raised for an organisation says for which, and what it has declared. */
function RaisedFor({ reader, problem, authors }: ProblemPageProps) {
  const by = problem.raisedBy && authors.get(problem.raisedBy)
  if (!by || by.shape !== 'organisation') return null
  const { line, href } = shownAs(reader, by)
  return (
    <p class="fm-small">
      <a href={href}>{line}</a>
    </p>
  )
}

/** Whether somebody has taken it up, and what this reader can do about it: before any scrolling. */
function WhatNow(props: ProblemPageProps) {
  const { reader, say, problem, sponsors, framings, may } = props
  const slug = { problem: problem.slug }
  const spoken = sponsors.filter(({ namedBy }) => namedBy === null).length
  const waits = may.answer ? framings.find((framing) => framing.state === 'proposed') : undefined
  return (
    <>
      {problem.source === null ? (
        <p>
          <StateTag icon={spoken > 0 ? 'agree' : 'clock'} color={spoken > 0 ? 'success' : 'brand1'}>
            {spoken === 0 && sponsors.length > 0 ? say('page.named') : say('page.taken-up', { count: spoken })}
          </StateTag>{' '}
          <WayTag say={props.sayAnswers} way={props.way} />
        </p>
      ) : null}
      <div class="fm-act">
        {waits ? (
          <ButtonLink href={`#framing-${waits.number}`}>{say('answer.title', { number: waits.number })}</ButtonLink>
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
  if (problem.channel !== 'online') {
    const name = (problem.writtenDownBy && authors.get(problem.writtenDownBy)?.name) ?? ''
    return say(`page.written-down-${problem.channel}`, { name, day })
  }
  const by = problem.raisedBy && authors.get(problem.raisedBy)
  return by?.name ? say('page.raised', { name: by.name, day }) : say('page.raised-anonymously', { day })
}
