using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Marshrut.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class CuratorLeaves : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "lost_after",
                table: "organizations",
                type: "integer",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "curator_leaves",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    organization_id = table.Column<long>(type: "bigint", nullable: false),
                    curator_id = table.Column<long>(type: "bigint", nullable: false),
                    cover_id = table.Column<long>(type: "bigint", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_curator_leaves", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_curator_leaves_organization_id_until",
                table: "curator_leaves",
                columns: new[] { "organization_id", "until" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "curator_leaves");

            migrationBuilder.DropColumn(
                name: "lost_after",
                table: "organizations");
        }
    }
}
