/** How long to wait after the first, second … attempt that failed. After the last there is no other. */
export const waitsMinutes = [1, 5, 30, 120, 720] as const

/** When to try again after so many attempts, the last of them at `at`; null to give up. */
export function nextTry(attempts: number, at: string): string | null {
  const minutes = waitsMinutes[attempts - 1]
  return minutes === undefined ? null : Temporal.Instant.from(at).add({ minutes }).toString()
}
