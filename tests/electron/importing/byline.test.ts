import { expect, test } from "vitest";
import { readByline } from "#electron/importing/byline.ts";

test.for([
  ["By Ada Brook", "Ada Brook"],
  ["BY ADA BROOK", "ADA BROOK"],
  ["By: Ada Brook and Jean Le Goff", "Ada Brook and Jean Le Goff"],
  ["By Ada Brook, Northwire", "Ada Brook"],
  ["By Ada Brook in Tamba", "Ada Brook"],
  ["By Land and Sea", null],
  ["By Ada Brook | Northwire", "Ada Brook"],
  ["Par Amélie de la Tour", "Amélie de la Tour"],
  ["Par Amélie Roc, à Tamba", "Amélie Roc"],
  ["Par Amélie Roc, envoyée spéciale", "Amélie Roc"],
  ["Par Amélie Roc, notre correspondante à Tamba", "Amélie Roc"],
  ["By Ada Brook, special correspondent", "Ada Brook"],
  ["By Ada Brook, staff writer", "Ada Brook"],
  ["Por Ana Roca, enviada especial", "Ana Roca"],
  ["Von Ada Brook, Korrespondentin in Tamba", "Ada Brook"],
  ["By Ada Brook, who was there", null],
  ["Par Temps Clair, envoyer une lettre", null],
  ["Von Jürgen von der Au", "Jürgen von der Au"],
  ["بقلم: عادل بروك", "عادل بروك"],
  ["كتب عادل بروك", "عادل بروك"],
  ["Автор: Ада Брук", "Ада Брук"],
  ["记者：李明", "李明"],
  ["By Monday Evening", null],
  ["By Land and Sea They Came", null],
  ["By dawn the post was taken.", null],
  ["By Dawn", null],
  ["By the River", null],
  ["Par hasard", null],
  ["Ada Brook", null],
  [`By ${"Ada ".repeat(1_000)}`, null],
  ["", null],
] as const)("“%s” → %s", ([line, byline]) => {
  expect(readByline(line)).toBe(byline);
});
