import type { NoPosition, Position } from './queries';

const MILLION = 1_000_000, PATIENCE_MS = 10_000, FRESH_MS = 30_000, DENIED = 1, TIMEOUT = 3;
const WHY: Record<number, NoPosition> = { [DENIED]: 'NOT_ALLOWED', [TIMEOUT]: 'TIMED_OUT' };

/** Where the telephone is; or why it does not say. */
export const locate = () =>
  new Promise<Position | NoPosition>((resolve) => {
    if (!('geolocation' in navigator)) return resolve('UNAVAILABLE');
    navigator.geolocation.getCurrentPosition(
      ({ coords, timestamp }) =>
        resolve({
          latitude_e6: Math.round(coords.latitude * MILLION),
          longitude_e6: Math.round(coords.longitude * MILLION),
          accuracy_m: Math.min(100_000, Math.ceil(coords.accuracy)),
          at: new Date(timestamp).toISOString(),
        }),
      ({ code }) => resolve(WHY[code] ?? 'UNAVAILABLE'),
      { enableHighAccuracy: true, timeout: PATIENCE_MS, maximumAge: FRESH_MS },
    );
  });
