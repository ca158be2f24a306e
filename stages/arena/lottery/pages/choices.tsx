import { Section } from '../../../../ui/index.ts'
import { leads } from '../../rules.ts'
import type { DrawPageProps } from './props.ts'

/** What else is open to whoever prepares a draw, and what is not, each with what it means. */
type Choice = 'call' | 'begin' | 'limits'
type Barred = 'fewer' | 'choose' | 'wider' | 'call'

type ChoicesProps = DrawPageProps & { readonly can: readonly Choice[]; readonly cannot: readonly Barred[] }

/** Fewer people than seats: no limits would help, only more people or a group that begins without them. */
export function TooFew({ seats, ...props }: DrawPageProps & { readonly seats: number }) {
  const { say, view } = props
  return (
    <Section id="act" title={say('few.title')} lead={say('few.lead', { seats, canFill: view.canFill ?? 0 })}>
      {view.limits?.onePerHousehold ? <p>{say('table.household')}</p> : null}
      <Choices {...props} can={['call', 'begin']} cannot={['fewer', 'choose', 'wider']} />
    </Section>
  )
}

/** Beside the ways out of limits that no panel meets. */
export function Otherwise({ areWaysOut, ...props }: DrawPageProps & { readonly areWaysOut: boolean }) {
  // Where limits made wider would do, enough people wait, and the call stays closed.
  return (
    <Choices
      {...props}
      can={areWaysOut ? ['limits', 'begin'] : ['call', 'begin']}
      cannot={areWaysOut ? ['fewer', 'choose', 'call'] : ['fewer', 'choose']}
    />
  )
}

function Choices(props: ChoicesProps) {
  const { say, can, cannot } = props
  return (
    <>
      <h3>{say('choices.can')}</h3>
      <ul class="fm-list">
        {can.map((choice) => (
          <li>
            <OneChoice {...props} choice={choice} />
          </li>
        ))}
      </ul>
      <h3>{say('choices.cannot')}</h3>
      <ul class="fm-list">
        {cannot.map((barred) => (
          <li>{say(`choices.cannot-${barred}`)}</li>
        ))}
      </ul>
    </>
  )
}

/** A way there for those who lead the case; others read whose it is. */
function OneChoice({ say, reader, problem, view, choice }: DrawPageProps & { readonly choice: Choice }) {
  const title = say(`choices.${choice}`)
  const text = <p>{say(`choices.${choice}-text`)}</p>
  // The form for it stands below, on this page.
  if (choice === 'limits')
    return (
      <>
        <strong>{title}</strong>
        {text}
      </>
    )
  const people = reader.to('arena.people', { problem: problem.slug })
  return leads(view.standing.arena, reader.actor) ? (
    <>
      <a class="fm-link" href={`${people}#${choice === 'call' ? 'call-again' : 'confirm'}`}>
        {title}
      </a>
      {text}
    </>
  ) : (
    <>
      <strong>{title}</strong>
      {text}
      <p class="fm-small">{say('choices.leaders')}</p>
    </>
  )
}
