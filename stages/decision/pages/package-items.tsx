import { holdsIn, isStaff } from '@folkmoot/basics/actor.ts'
import { ButtonLink, FigureRow, List, Note, Row, Section, Stack } from '../../../ui/index.ts'
import { isAnswered, isProposed } from '../rules.ts'
import type { Item } from '../answers/store.ts'
import type { HandedOverProps } from './package-props.ts'
import { AnswerTag } from './parts.tsx'
import { RepeatNote } from '../answers/pages/repeat-note.tsx'

/** Each recommendation with how it stands, and how many stand so. */
export function Items(props: HandedOverProps) {
  const { say, items, repeated } = props
  return (
    <Section id="answers" title={say('page.answers')}>
      {isAllUnknown(props) ? null : <FigureRow figures={figures(props)} />}
      {repeated.size > 0 ? (
        <Note icon="info">{say('repeat.count', { count: repeated.size, all: items.length })}</Note>
      ) : null}
      <List
        items={items.map((item) => (
          <ItemRow {...props} item={item} />
        ))}
      />
    </Section>
  )
}

/** Counts say nothing where no source tells a single answer. */
function isAllUnknown({ pack, items }: HandedOverProps): boolean {
  return pack.source !== null && items.every(({ answer }) => answer === null || answer.kind === 'unknown')
}

/** Parked and unknown count as not answered, and a proposal as no answer yet; in a told case each stands as what it is. */
function figures({ say, pack, items }: HandedOverProps) {
  const count = (holds: (item: Item) => boolean): string => String(items.filter(holds).length)
  const given = (item: Item) => (isProposed(item.answer) ? undefined : item.answer?.kind)
  const amended = count((item) => given(item) === 'accept-amended')
  const existed = count((item) => given(item) === 'existed')
  const proposed = count((item) => isProposed(item.answer))
  return [
    { number: count((item) => given(item) === 'accept'), label: say('figure.accepted') },
    ...(pack.source !== null && amended === '0' ? [] : [{ number: amended, label: say('figure.amended') }]),
    { number: count((item) => given(item) === 'refer'), label: say('figure.referred') },
    { number: count((item) => given(item) === 'reject'), label: say('figure.rejected') },
    ...(proposed === '0' ? [] : [{ number: proposed, label: say('figure.proposed') }]),
    ...(pack.source === null
      ? [{ number: count((item) => !isAnswered(item.answer?.kind)), label: say('figure.open') }]
      : [
          ...(existed === '0' ? [] : [{ number: existed, label: say('figure.existed') }]),
          { number: count((item) => item.answer?.kind === 'park'), label: say('figure.parked') },
          {
            number: count((item) => item.answer === null || item.answer.kind === 'unknown'),
            label: say('figure.unknown'),
          },
        ]),
  ]
}

function ItemRow({
  reader,
  say,
  problem,
  pack,
  people,
  repeated,
  back,
  item,
}: HandedOverProps & { readonly item: Item }) {
  const { number, title, answer } = item
  const person = answer?.person ? people.get(answer.person) : undefined
  const signed =
    answer && person && answer.answeredAt
      ? say('item.signed', { name: person.name, day: reader.time.day(answer.answeredAt) })
      : null
  const same = repeated.get(number)
  const came = answer ? back.get(answer.id) : undefined
  const isHers =
    pack.source === null &&
    pack.body !== null &&
    holdsIn(reader.actor, pack.body, 'politician') &&
    !isStaff(reader.actor)
  const mayAnswer = isHers && !pack.isClosed && pack.meetingOn !== null && pack.returnOn !== null
  return (
    <Stack gap="2">
      <Row isSpread>
        <a href={reader.to('decision.recommendation', { problem: problem.slug, number })}>
          {say('item.title', { number, title })}
        </a>
        <AnswerTag answer={answer} say={say} />
      </Row>
      {answer && answer.kind === 'park' && answer.parkUntil ? (
        <p class="fm-mini">{say('item.parked-until', { day: reader.time.day(answer.parkUntil) })}</p>
      ) : null}
      {answer && answer.kind === 'refer' && answer.referTo ? (
        <p class="fm-mini">
          {came
            ? say('item.referred-back', { to: answer.referTo, answer: say(`state.${came.kind}`) })
            : answer.referBy
              ? say(isProposed(answer) ? 'lead-proposed.refer' : 'item.referred', {
                  to: answer.referTo,
                  day: reader.time.day(answer.referBy),
                })
              : say('item.referred-unknown', { to: answer.referTo })}
        </p>
      ) : null}
      {signed ? <p class="fm-mini">{signed}</p> : null}
      {mayAnswer && !isAnswered(answer?.kind) ? (
        <p>
          <ButtonLink size="sm" href={reader.to('decision.answering', { problem: problem.slug, number })}>
            {say('rec.answer', { number })}
          </ButtonLink>
        </p>
      ) : null}
      {same ? <RepeatNote {...{ reader, say, problem }} repeats={same} /> : null}
    </Stack>
  )
}
