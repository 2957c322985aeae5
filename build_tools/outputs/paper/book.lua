-- Fits our elements to a book on a screen, in which nobody writes: no lines, and of a form's table one empty row.

local function given(element, name)
  return element.attributes[name] or element.attributes["data-" .. name] or ""
end

function Emph(emph)
  return pandoc.Strong(emph.content)
end

function Table(tbl)
  local rows, written = 0, ""
  for _, body in ipairs(tbl.bodies) do
    for _, row in ipairs(body.body) do
      rows = rows + 1
      for _, cell in ipairs(row.cells) do written = written .. pandoc.utils.stringify(cell.contents) end
    end
  end
  if written:gsub("[%s\u{a0}]", "") ~= "" or rows == 0 then return nil end
  tbl.bodies[1].body = { tbl.bodies[1].body[1] }
  return tbl
end

function Div(div)
  if given(div, "lines") ~= "" then return {} end
  local class = (div.classes[1] or ""):gsub("^cg%-", "")
  if class == "tick" then
    local first = div.content[1]
    first.content = pandoc.List({ pandoc.Str("☐"), pandoc.Space() }) .. first.content
  elseif class == "steps" then
    local ends = given(div, "low") .. " " .. given(div, "from") .. " … " .. given(div, "high") .. " " .. given(div, "to")
    return pandoc.Para({ pandoc.Str(ends) })
  end
  div.attributes = {}
  return div
end
