import type { Pence } from '../domain/money.ts'

/** £m for a picture, which is drawn to a pixel: here, and only here, an amount becomes a binary number. */
export const drawnMillions = (amount: Pence): number => Number(amount / 1_000n) / 100_000
