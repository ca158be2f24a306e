import type { Reader } from '../../../../platform/http/index.ts'
import { Empty, Head, List, Section, StateTag } from '../../../../ui/index.ts'
import type { HandoverIn } from '../in-store.ts'
import type { SayHandover } from '../messages/words.ts'

export type HandoverLine = {
  readonly handover: HandoverIn
  readonly place: string
  /** The name of who answered; '' while nobody has. */
  readonly by: string
  readonly question: string
}

export type HandoversPageProps = {
  readonly reader: Reader
  readonly say: SayHandover
  readonly lines: readonly HandoverLine[]
}

/** What other places have handed to this one: what waits with its clock, then what was answered. */
export function HandoversPage(props: HandoversPageProps) {
  const { say, lines } = props
  const groups = [
    { id: 'waiting', title: say('page.waiting'), lines: lines.filter(({ handover }) => handover.state === 'waits') },
    { id: 'answered', title: say('page.answered'), lines: lines.filter(({ handover }) => handover.state !== 'waits') },
  ].filter((group) => group.lines.length > 0)
  return (
    <>
      <Head title={say('page.title')} lead={say('page.lead')} />
      {groups.length === 0 ? (
        <Empty title={say('page.none')} level={2}>
          <p>{say('page.none-text')}</p>
        </Empty>
      ) : null}
      {groups.map((group) => (
        <Section id={group.id} title={group.title}>
          <List
            items={group.lines.map((line) => (
              <Line {...props} line={line} />
            ))}
          />
        </Section>
      ))}
    </>
  )
}

function Line({ reader, say, line }: HandoversPageProps & { readonly line: HandoverLine }) {
  const { handover, place, question } = line
  return (
    <div class="fm-stack fm-stack--2">
      <p class="fm-mini">{say(`line.${handover.kind}`, { place })}</p>
      <h3 class="fm-h-aside" lang={handover.language}>
        <a href={reader.to('problem.handover', { number: handover.number })}>{question}</a>
      </h3>
      <HandoverState reader={reader} say={say} line={line} />
    </div>
  )
}

/** Where it stands, with the clock while it waits. Colour never speaks alone. */
export function HandoverState({
  reader,
  say,
  line,
}: Omit<HandoversPageProps, 'lines'> & { readonly line: HandoverLine }) {
  const { state, dueAt, answeredAt } = line.handover
  const { time } = reader
  if (state === 'waits') {
    const isLate = time.daysLeft(dueAt) < 0
    return (
      <>
        <p>
          <StateTag icon="clock" color={isLate ? 'danger' : 'brand1'}>
            {say('state.waits')}
          </StateTag>
        </p>
        <p class="fm-small">{say('line.due', { left: time.left(dueAt), deadline: time.deadline(dueAt) })}</p>
      </>
    )
  }
  const day = answeredAt === null ? reader.common('unknown') : time.day(answeredAt)
  return (
    <p>
      <StateTag icon={state === 'accepted' ? 'agree' : 'disagree'} color={state === 'accepted' ? 'success' : 'neutral'}>
        {say(`line.${state}`, { name: line.by || reader.common('unknown'), day })}
      </StateTag>
    </p>
  )
}
