import { ButtonLink, StateTag, Stepper, SummaryList } from '../../../ui/index.ts'
import type { SayJourney } from '../messages/words.ts'
import type { Step } from '../seven.ts'

export type JourneyStepsProps = {
  readonly say: SayJourney
  readonly steps: readonly Step[]
  readonly isTold: boolean
}

const spoken = {
  done: 'step-done',
  now: 'step-now',
  next: 'step-next',
  open: 'step-open',
  unknown: 'step-unknown',
} as const

/** The seven steps; what one can do stands in the step it belongs to. */
export function JourneySteps({ say, steps, isTold }: JourneyStepsProps) {
  return (
    <Stepper
      steps={steps.map((step, i) => ({
        id: `step-${step.name}`,
        title: say(`step.${step.name}`),
        state: step.stands,
        spoken: say(spoken[step.stands], { number: i + 1 }),
        // A step that is under way says its figure in its first sentence, unless it is told point by point.
        figure: (step.stands === 'now' && !hasPoints(step) ? '' : step.figure) || undefined,
        tag:
          step.stands === 'now' ? (
            <StateTag icon="now" color="brand1">
              {say(isTold ? 'now-told' : 'now')}
            </StateTag>
          ) : step.stands === 'open' || step.stands === 'unknown' ? (
            <StateTag icon="empty" color="neutral">
              {say(step.stands === 'open' ? 'open' : 'unknown')}
            </StateTag>
          ) : undefined,
        body: <StepBody step={step} />,
      }))}
    />
  )
}

function hasPoints({ points = [] }: Step): boolean {
  return points.length > 0
}

function StepBody({ step }: { readonly step: Step }) {
  const pointed = new Set(step.points?.map(({ href }) => href))
  const links = step.links.filter(({ href }) => !pointed.has(href))
  return (
    <>
      {step.points && hasPoints(step) ? (
        <SummaryList
          rows={step.points.map(({ name, text, href }) => ({
            term: href ? <a href={href}>{name}</a> : name,
            value: text,
          }))}
        />
      ) : (
        step.sentences.map((sentence) => <p class="fm-small">{sentence}</p>)
      )}
      {step.acts.map((act, i) => (
        <div class="fm-act">
          <ButtonLink size="sm" variant={i === 0 && step.stands === 'now' ? 'primary' : 'secondary'} href={act.href}>
            {act.text}
          </ButtonLink>
          <span class="fm-mini">{act.effort}</span>
        </div>
      ))}
      {links.length > 0 ? (
        <p class="fm-row fm-small">
          {links.map(({ text, href }) => (
            <a href={href}>{text}</a>
          ))}
        </p>
      ) : null}
    </>
  )
}
