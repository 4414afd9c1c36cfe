import { describe, expect, it } from 'vitest';
import { eventsOf } from './live';

const STREAM = 'retry: 2000\n\nid: 7\nevent: message\ndata: {"type":"task.created"}\n\n: -\n\nid: 9\n: -\n\nevent: resync\ndata: {}\n\n';

describe('a stream of events', () => {
  it('is the same wherever it is cut', () => {
    for (let cut = 0; cut <= STREAM.length; cut += 1) {
      const first = eventsOf(STREAM.slice(0, cut)), second = eventsOf(first.rest + STREAM.slice(cut));
      expect([...first.events, ...second.events].map(({ id, event }) => `${id}${event}`)).toEqual(['7message', '9', 'resync']);
      expect(second.rest).toBe('');
    }
  });
});
