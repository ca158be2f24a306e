import type { Json, JsonObject } from '@folkmoot/basics/json.ts'
import { mergeAlike, type Pool } from './alike.ts'
import type { Instance } from './instance.ts'
import { sortitionMethod, type Certificate, type Lottery, type Objective } from './lottery.ts'

/**
 * A lottery as plain JSON, to publish and to check elsewhere: seats by kind, in the order in which `mergeAlike` finds the kinds
 * in the candidates, and the certificate. It says nothing of who the candidates are; the instance does.
 */
export function lotteryToJson({ objective, probabilities, panels, certificate }: Lottery): JsonObject {
  return {
    method: sortitionMethod,
    objective,
    probabilities: [...probabilities],
    panels: panels.map(({ seats, weight }) => ({ seats: [...seats], weight })),
    certificate,
  }
}

/**
 * A lottery from such JSON, for this instance. Its form is not trusted: what is missing or no number becomes NaN or nothing,
 * which no certificate survives; whether it is a lottery is for `checkCertificate` to say.
 */
export function lotteryFromJson(instance: Instance, json: Json | undefined): Lottery | undefined {
  if (!isObject(json) || !isObject(json['certificate'])) return undefined
  const { objective, probabilities, panels, certificate } = json
  if (!isObjective(objective) || !isList(probabilities) || !isList(panels)) return undefined
  const pool = mergeAlike(instance)
  if (!hasParts(certificate, pool)) return undefined
  return {
    objective,
    pool,
    probabilities: Float64Array.from(probabilities, numberIn),
    panels: panels.filter(isObject).map(({ seats, weight }) => ({
      // A count that is no whole number becomes −1: no panel has it.
      seats: Int32Array.from(pool.kinds, (_, kind) =>
        isList(seats) && Number.isInteger(seats[kind]) ? Number(seats[kind]) : -1,
      ),
      weight: numberIn(weight),
    })),
    certificate,
  }
}

const isObject = (json: Json | undefined): json is JsonObject =>
  typeof json === 'object' && json !== null && !Array.isArray(json)
const isList = (json: Json | undefined): json is readonly Json[] => Array.isArray(json)
const numberIn = (json: Json | undefined): number => (typeof json === 'number' ? json : Number.NaN)
const isObjective = (json: Json | undefined): json is Objective =>
  json === 'leximin' || json === 'maximin' || json === 'nash' || json === 'goldilocks'

const areNumbers = (json: Json | undefined, length: number): boolean =>
  isList(json) && json.length === length && json.every((one) => typeof one === 'number')
const areAll = (json: Json | undefined, is: (one: Json | undefined) => boolean): boolean =>
  isList(json) && json.every(is)

/** Every weight and price has its kind or row: a list that is too short would prove what it does not. */
function hasParts(json: Json | undefined, pool: Pool): json is JsonObject & Certificate {
  if (!isObject(json) || !isList(json['cuts'])) return false
  const kinds = pool.kinds.length
  const rows = 1 + pool.cells.length + pool.classes.length + json['cuts'].length
  const isCut = (cut: Json | undefined): boolean =>
    isObject(cut) && areNumbers(cut['coefficients'], kinds) && typeof cut['bound'] === 'number'
  const isKind = (kind: Json | undefined): boolean =>
    Number.isInteger(kind) && Number(kind) >= 0 && Number(kind) < kinds
  const isStage = (stage: Json | undefined): boolean =>
    isObject(stage) &&
    typeof stage['chance'] === 'number' &&
    areAll(stage['kinds'], isKind) &&
    areNumbers(stage['weights'], kinds) &&
    areNumbers(stage['prices'], rows)
  const isLine = (line: Json | undefined): boolean =>
    isObject(line) &&
    areNumbers(line['above'], kinds) &&
    areNumbers(line['below'], kinds) &&
    areNumbers(line['prices'], rows)
  if (!areAll(json['cuts'], isCut)) return false
  switch (json['of']) {
    case 'leximin':
    case 'maximin':
      return areAll(json['stages'], isStage)
    case 'nash':
      return areAll(json['stages'], isStage) && areNumbers(json['prices'], rows)
    case 'goldilocks':
      return areAll(json['stages'], isStage) && typeof json['gamma'] === 'number' && areAll(json['lines'], isLine)
    default:
      return false
  }
}
