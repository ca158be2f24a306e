/**
 * Public beacons whose randomness may pick the number: published at fixed times by others, known to nobody before. A round is read
 * by people, never fetched here.
 *
 * drand is run by the League of Entropy, a score of universities and companies: a round needs the signatures of a threshold of
 * them, and its randomness is SHA-256 over the signature they make together. NIST, the standards institute of the United States,
 * publishes a signed pulse of 512 bits at each full minute; its pulses are found by their time, so their "round" here is the
 * minute since 1970.
 * Sources: drand.love, Protocol Specification and /info of both chains · NIST IR 8213, A Reference for Randomness Beacons (2019).
 */
export type Beacon = {
  readonly key: BeaconKey
  readonly name: string
  /** What the beacon calls what is to be copied. */
  readonly valueName: string
  /** Seconds since 1970 at which round 1 is published. */
  readonly genesis: number
  /** Seconds between two rounds. */
  readonly period: number
  /** Of its randomness in hexadecimal. */
  readonly letters: number
  /** Its randomness is SHA-256 over its signature. */
  readonly isSigned: boolean
  /** Its rounds are known by number; else by their time. */
  readonly isNumbered: boolean
  readonly addressOf: (round: number) => string
}

export const beaconKeys = ['drand-quicknet', 'drand-default', 'nist'] as const
export type BeaconKey = (typeof beaconKeys)[number]

const chains = {
  quicknet: '52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971',
  default: '8990e7a9aaed2ffed73dbd7092123d6f289930540d7651336225dc172e51b2ce',
} as const

const drand = { valueName: 'randomness', letters: 64, isSigned: true, isNumbered: true } as const

export const beacons: Readonly<Record<BeaconKey, Beacon>> = {
  'drand-quicknet': {
    ...drand,
    key: 'drand-quicknet',
    name: 'drand quicknet',
    genesis: 1_692_803_367,
    period: 3,
    addressOf: (round) => `https://api.drand.sh/${chains.quicknet}/public/${round}`,
  },
  'drand-default': {
    ...drand,
    key: 'drand-default',
    name: 'drand default',
    genesis: 1_595_431_050,
    period: 30,
    addressOf: (round) => `https://api.drand.sh/${chains.default}/public/${round}`,
  },
  nist: {
    key: 'nist',
    name: 'NIST Randomness Beacon 2.0',
    valueName: 'outputValue',
    genesis: 60,
    period: 60,
    letters: 128,
    isSigned: false,
    isNumbered: false,
    addressOf: (round) => `https://beacon.nist.gov/beacon/2.0/pulse/time/${round * 60_000}`,
  },
}

/** When a round is published. */
export function timeOfRound({ genesis, period }: Beacon, round: number): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds((genesis + (round - 1) * period) * 1000)
}

/** The first round that is published at this time or after it. */
export function roundFrom({ genesis, period }: Beacon, at: Temporal.Instant): number {
  return Math.max(1, Math.ceil((at.epochMilliseconds / 1000 - genesis) / period) + 1)
}

/** What somebody copied, as it is compared: small letters, without the spaces of a copied line. Null where it is no randomness of this beacon. */
export function readRandomness({ letters }: Beacon, text: string): string | null {
  const plain = text.replaceAll(/[\s"',]/g, '').toLowerCase()
  return plain.length === letters && /^[0-9a-f]+$/.test(plain) ? plain : null
}
