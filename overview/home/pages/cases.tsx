import type { Reader } from '../../../platform/http/index.ts'
import { ButtonLink, CaseCard, CaseList, LedBy, PromiseLine, Seven, Spoken } from '../../../ui/index.ts'
import { journeyWords } from '../../journey/messages/words.ts'
import type { CaseLine } from '../case-line.ts'
import type { SayHome } from '../messages/words.ts'

export type CasesProps = {
  readonly reader: Reader
  readonly say: SayHome
  readonly isTold: boolean
  readonly cases: readonly CaseLine[]
}

/** Cases as cards: what it is about, what one can do now, what is promised, who leads. */
export function Cases({ cases, ...props }: CasesProps) {
  return (
    <CaseList>
      {cases.map((one) => (
        <OneCase {...props} one={one} />
      ))}
    </CaseList>
  )
}

export function OneCase({ reader, say, isTold, one }: Omit<CasesProps, 'cases'> & { readonly one: CaseLine }) {
  const journey = journeyWords.say(reader.lang)
  const href = reader.to('journey', { problem: one.slug })
  const act = one.act ?? { text: say(one.isTold ? 'read' : 'see'), href, effort: '', isReading: true }
  return (
    <CaseCard
      title={one.question}
      href={href}
      step={
        one.present ? (
          <Seven
            now={one.step}
            label={journey('step-of', { number: one.step })}
            name={journey(`step.${one.present.name}`)}
          />
        ) : one.toldTo ? (
          // No bars: steps before it may be unknown.
          <p class="fm-mini">
            {journey('step-told')} {journey(`step.${one.toldTo.name}`)}
          </p>
        ) : (
          <Seven now={one.step} label={journey('step-all')} name={journey('closed')} />
        )
      }
      action={
        isTold ? undefined : (
          <ButtonLink href={act.href} variant={act.isReading ? 'secondary' : 'primary'}>
            {act.text}{' '}
            <Spoken>
              {say('about')} {one.question}
            </Spoken>
          </ButtonLink>
        )
      }
      lead={one.about || undefined}
      time={act.effort || undefined}
      promise={one.next || one.level ? <Promised {...{ reader, say, one }} /> : undefined}
      led={one.leaders.length > 0 ? <Led {...{ reader, say, one }} /> : undefined}
    />
  )
}

type OneProps = { readonly reader: Reader; readonly say: SayHome; readonly one: CaseLine }

function Promised({ reader, say, one }: OneProps) {
  if (one.next)
    return <PromiseLine>{say('promise', { title: one.next.title, left: reader.time.left(one.next.due) })}</PromiseLine>
  return <PromiseLine>{one.level}</PromiseLine>
}

function Led({ reader, say, one }: OneProps) {
  const people = one.leaders.map(({ name, party }) => (party ? `${name}, ${party}` : name))
  return (
    <LedBy people={one.leaders.map(({ name }) => ({ name, role: 'politician' as const }))}>
      {say('led', { people: new Intl.ListFormat(reader.lang, { type: 'conjunction' }).format(people) })}
    </LedBy>
  )
}
