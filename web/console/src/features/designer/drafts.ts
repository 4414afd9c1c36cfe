// What is being drawn or written, kept in this browser at each change: neither processes nor decisions hold personal data.
import { useSyncExternalStore } from 'react';

/** `base` is the version from which it was begun. */
export type Draft = { code: string; base: number | null; text: string; at: string };

/** The drafts of one kind, one a code. */
function draftsKept(under: string) {
  const listeners = new Set<() => void>();
  let read: { text: string | null; drafts: Draft[] } = { text: null, drafts: [] };
  const all = (): Draft[] => {
    const text = localStorage.getItem(under);
    if (text !== read.text) read = { text, drafts: text ? (JSON.parse(text) as Draft[]) : [] };
    return read.drafts;
  };
  const keepAll = (drafts: Draft[]) => {
    localStorage.setItem(under, JSON.stringify(drafts));
    for (const tell of listeners) tell();
  };
  return {
    of: (code: string) => all().find((each) => each.code === code),
    keep: (draft: Omit<Draft, 'at'>) => keepAll([...all().filter((each) => each.code !== draft.code), { ...draft, at: new Date().toISOString() }]),
    drop: (code: string) => keepAll(all().filter((each) => each.code !== code)),
    use: () => useSyncExternalStore((tell) => (listeners.add(tell), () => listeners.delete(tell)), all),
  };
}

export const drawn = draftsKept('xinliu.drafts.processes');
export const written = draftsKept('xinliu.drafts.decisions');

/** The smallest drawing: where an application comes in. */
export const blank = (code: string, name: string) =>
  `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="${code}-definitions" targetNamespace="urn:xinliu:process">
  <bpmn:process id="${code}" name="${name.replaceAll(/[<>&"]/g, '')}" isExecutable="true"><bpmn:startEvent id="submitted" /></bpmn:process>
  <bpmndi:BPMNDiagram id="diagram"><bpmndi:BPMNPlane id="plane" bpmnElement="${code}"><bpmndi:BPMNShape id="submitted_di" bpmnElement="submitted"><dc:Bounds x="180" y="160" width="36" height="36" /></bpmndi:BPMNShape></bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
</bpmn:definitions>
`;

/** The code of the process that a file holds; null where it is no such file. */
export function codeIn(xml: string): string | null {
  const document = new DOMParser().parseFromString(xml, 'application/xml');
  return document.getElementsByTagNameNS('http://www.omg.org/spec/BPMN/20100524/MODEL', 'process')[0]?.getAttribute('id') ?? null;
}
