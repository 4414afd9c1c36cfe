// A file read without drawing it.
import { BpmnModdle } from 'bpmn-moddle';
import camunda from 'camunda-bpmn-moddle/resources/camunda.json';
import type { Moddle } from './drawing';

export async function readFile(xml: string): Promise<Moddle> {
  const moddle = new BpmnModdle({ camunda }) as { fromXML(text: string): Promise<{ rootElement: Moddle }> };
  return (await moddle.fromXML(xml)).rootElement;
}
